import { beforeAll, describe, expect, it } from 'vitest';
import { challenge, CodingStage, fullLimit, ok, password, type Person } from '../../support/coding.js';
import { refusesAsEveryOperation } from '../../support/coding-refusals.js';
import { describeOperation } from '../../support/operation.js';

const longPassword = 'Password cannot be longer than 128 characters';
const longUsername = 'Username cannot be longer than 255 characters';
const unkept = 'body/username holds text that cannot be kept: a NUL or half a surrogate pair';

describeOperation('signInCodingUser', CodingStage, (stage) => {
  const signIn = { method: 'POST', path: '/users/login' };
  let aino: Person;
  refusesAsEveryOperation(stage, 'signInCodingUser', { ...signIn, json: { username: 'sample', password } });

  beforeAll(async () => {
    aino = await stage.person();
  });

  describe('200', () => {
    it('answers a token of its own each time, and all of them work', async () => {
      const answers = [
        await stage.post('/users/login', { json: { username: aino.username, password } }),
        await stage.post('/users/login', { json: { username: aino.username.toUpperCase(), password } }),
        await stage.post('/users/login', { json: { username: aino.username.toLowerCase(), password } }),
      ];
      const tokens = [aino.token, ...answers.map(({ body }) => String(body))];
      expect(answers).toEqual(answers.map(({ body }) => ok(body)));
      expect(new Set(tokens).size).toBe(4);
      for (const token of tokens) {
        expect(token).toMatch(/^[A-Za-z0-9]{32}$/);
        const { body } = await stage.get('/users/@me', { as: { authorization: `Bearer ${token}` } });
        expect(body).toMatchObject({ user_name: aino.username });
      }
    });

    it('ignores who asks', async () => {
      for (const authorization of ['Bearer unknown', aino.authorization]) {
        const json = { username: aino.username, password };
        expect((await stage.post('/users/login', { as: { authorization }, json })).status).toBe(200);
      }
    });
  });

  it.each([
    ...['wrong horse battery', '', ` ${password}`, password.toUpperCase()].map((secret) => ['Person_1', secret]),
    ...['nobody', '@me', ' Person_1', 'Person_1 ', '\u212Aalle', "' or ''='"].map((username) => [username, password]),
    ['', ''], ['x'.repeat(255), 'p'.repeat(128)],
  ] as [string, string][])('401 for %.20j with %.20j, of which it is not told which is wrong', async (name, secret) => {
    const request = { ...signIn, json: { username: name, password: secret } };
    await stage.refuses(request, 401, 'Invalid username or password', { headers: { ...fullLimit, ...challenge } });
  });

  it.each<[string, object, string, string]>([
    ['a password of 129', { username: 'eero', password: 'p'.repeat(129) }, 'password', longPassword],
    ['a name of 256', { username: 'e'.repeat(256), password }, 'username', longUsername],
    ['no password', { username: 'eero' }, 'password', 'password is required'],
    ['no name', { password }, 'username', 'username is required'],
    ['a number for a name', { username: 1, password }, 'username', 'username must be string'],
    ['null for a password', { username: 'eero', password: null }, 'password', 'password must be string'],
    ['a NUL in the name', { username: 'eero\0', password }, 'username', unkept],
  ])('400 for %s', async (_, json, member, error) => {
    await stage.refuses({ ...signIn, json }, 400, error, { pointer: `/body/${member}` });
  });
});
