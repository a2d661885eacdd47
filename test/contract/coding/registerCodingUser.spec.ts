import { describe, expect, it } from 'vitest';
import { CodingStage, ok, password } from '../../support/coding.js';
import { refusesAsEveryOperation } from '../../support/coding-refusals.js';
import { send } from '../../support/http.js';
import { describeOperation } from '../../support/operation.js';

const badPassword = 'Password has to be between 8 and 128 characters long';
const badUsername = 'Username has to contain characters from [a-zA-Z0-9_] and has to be between 2 and 32 characters';

describeOperation('registerCodingUser', CodingStage, (stage) => {
  const registration = { method: 'POST', path: '/users/register' };
  const register = (username: unknown, secret: unknown = password) =>
    stage.post('/users/register', { json: { username, password: secret } });
  const accounts = async () => (await stage.sql<{ count: number }>('select count(*) as count from account'))[0]?.count;
  refusesAsEveryOperation(stage, 'registerCodingUser', { ...registration, json: { username: 'sample', password } });

  describe('200', () => {
    it('makes an account and answers its first token', async () => {
      const answer = await register('Aino');
      expect(answer).toEqual(ok(answer.body));
      expect(answer.body).toMatch(/^[A-Za-z0-9]{32}$/);
      const { body } = await stage.get('/users/@me', { as: { authorization: `Bearer ${String(answer.body)}` } });
      expect(body).toMatchObject({ user_name: 'Aino' });
    });

    it.each(['a_', '0'.repeat(32), '__proto__', 'constructor', 'null'])('takes the name %s', async (username) => {
      expect((await register(username)).status).toBe(200);
    });

    it.each([
      ['8', 'p'.repeat(8)],
      ['8_spaces', ' '.repeat(8)],
      ['128', 'p'.repeat(128)],
      ['128_of_many_bytes', '\u{1F9D9}'.repeat(128)],
    ])('takes a password of %s, and knows it again', async (length, secret) => {
      const username = `password_of_${length}`;
      expect((await register(username, secret)).status).toBe(200);
      expect((await stage.post('/users/login', { json: { username, password: secret } })).status).toBe(200);
    });

    it('ignores who asks, and what is not documented', async () => {
      for (const [index, authorization] of ['Bearer', 'Bearer unknown', 'Basic eDp5'].entries()) {
        const json = { username: `ignored_${index}`, password, id: 1, friend_code: 'x' };
        expect((await stage.post('/users/register', { as: { authorization }, json })).status).toBe(200);
      }
    });

    it('gives a name to one of those who ask for it at once, and leaves nothing of the others', async () => {
      const urls = stage.dialect === 'postgresql' ? [stage.url, (await stage.start()).url] : [stage.url];
      const before = await accounts();
      const names = ['RACER', 'racer', 'Racer', 'racer'];
      const answers = await Promise.all(names.map((username, index) =>
        send(urls[index % urls.length]!, { ...registration, json: { username, password } })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
      expect(Number(await accounts())).toBe(Number(before) + 1);
    });
  });

  it.each<[string, object, string, string]>([
    ['a password of 7', { username: 'eero', password: 'p'.repeat(7) }, 'password', badPassword],
    ['a password of 129', { username: 'eero', password: 'p'.repeat(129) }, 'password', badPassword],
    ['a password of 8 bytes in 4 characters', { username: 'eero', password: 'ä'.repeat(4) }, 'password', badPassword],
    ['a name of 1', { username: 'e', password }, 'username', badUsername],
    ['a name of 33', { username: 'e'.repeat(33), password }, 'username', badUsername],
    ['no name at all', { username: '', password }, 'username', badUsername],
    ['the name @me', { username: '@me', password }, 'username', badUsername],
    ['a name with a letter beyond ASCII', { username: 'äiti', password }, 'username', badUsername],
    ['a name with a letter that is a k in small', { username: '\u212Aalle', password }, 'username', badUsername],
    ['a name with a space', { username: 'ai no', password }, 'username', badUsername],
    ['a name with a line end', { username: 'aino\n', password }, 'username', badUsername],
    ['a name with a NUL', { username: 'aino\0', password }, 'username', badUsername],
    ['both, of which the password is told', { username: '', password: '' }, 'password', badPassword],
    ['no password', { username: 'eero' }, 'password', 'password is required'],
    ['no name', { password }, 'username', 'username is required'],
    ['nothing', {}, 'password', 'password is required'],
    ['a number for a name', { username: 42, password }, 'username', 'username must be string'],
    ['null for a password', { username: 'eero', password: null }, 'password', 'password must be string'],
    ['a list for a password', { username: 'eero', password: [password] }, 'password', 'password must be string'],
  ])('400 for %s', async (_, json, member, error) => {
    await stage.refuses({ ...registration, json }, 400, error, { pointer: `/body/${member}` });
  });

  it.each(['12345678\0', '1234567\uD83E'])('400 for the password %j, which is no text', async (secret) => {
    const request = { ...registration, json: { username: 'eero', password: secret } };
    const error = 'body/password holds text that cannot be kept: a NUL or half a surrogate pair';
    await stage.refuses(request, 400, error, { pointer: '/body/password' });
  });

  it.each(['[]', '["eero","12345678"]', '"eero"', 'null'])('400 for %s instead of an object', async (body) => {
    const request = { ...registration, body, headers: { 'content-type': 'application/json' } };
    await stage.refuses(request, 400, 'the body must be object', { pointer: '/body' });
  });

  it('409 for a name that is taken, whatever its case', async () => {
    await register('Taken_1');
    const before = await accounts();
    for (const username of ['Taken_1', 'taken_1', 'TAKEN_1']) {
      await stage.refuses({ ...registration, json: { username, password: 'another password' } }, 409, 'User exists');
    }
    expect(await accounts()).toBe(before);
  });
});
