import { beforeEach, describe, expect, it } from 'vitest';
import { challenge, CodingStage, fullLimit, ok, password, type Person } from '../../support/coding.js';
import { refusesAsEveryOperation } from '../../support/coding-refusals.js';
import { describeOperation } from '../../support/operation.js';

const badPassword = 'Password has to be between 8 and 128 characters long';
const tooLong = 'Password cannot be longer than 128 characters';
const unkept = 'body/new holds text that cannot be kept: a NUL or half a surrogate pair';
const replacement = 'a longer phrase than before';

describeOperation('changeCodingPassword', CodingStage, (stage) => {
  const change = { method: 'POST', path: '/users/changepassword' };
  refusesAsEveryOperation(stage, 'changeCodingPassword', { ...change, json: { old: password, new: replacement } });

  describe('for somebody', () => {
    let aino: Person;
    const signIn = async (secret: string) => {
      const { status } = await stage.post('/users/login', { json: { username: aino.username, password: secret } });
      return status;
    };

    beforeEach(async () => {
      aino = await stage.person();
    });

    it('200 lets only the new password sign in from now on, and leaves the tokens', async () => {
      expect(await stage.post(change.path, { as: aino, json: { old: password, new: replacement } })).toEqual(ok());
      expect([await signIn(password), await signIn(replacement)]).toEqual([401, 200]);
      expect((await stage.get('/users/@me', { as: aino })).status).toBe(200);
    });

    it('200 even for the password that it is already', async () => {
      expect(await stage.post(change.path, { as: aino, json: { old: password, new: password } })).toEqual(ok());
      expect(await signIn(password)).toBe(200);
    });

    it('401 for another old password, and nothing changes', async () => {
      for (const old of ['wrong horse battery', '', replacement]) {
        const request = { ...change, as: aino, json: { old, new: replacement } };
        await stage.refuses(request, 401, 'Invalid username or password', { headers: { ...fullLimit, ...challenge } });
      }
      expect([await signIn(password), await signIn(replacement)]).toEqual([200, 401]);
    });

    it.each<[string, object, string, string]>([
      ['a new one of 7, before the old one is looked at', { old: 'wrong', new: 'p'.repeat(7) }, 'new', badPassword],
      ['a new one of 129', { old: password, new: 'p'.repeat(129) }, 'new', badPassword],
      ['an old one of 129', { old: 'p'.repeat(129), new: replacement }, 'old', tooLong],
      ['no new one', { old: password }, 'new', 'new is required'],
      ['no old one', { new: replacement }, 'old', 'old is required'],
      ['an empty body', {}, 'new', 'new is required'],
      ['null for a new one', { old: password, new: null }, 'new', 'new must be string'],
      ['a list for an old one', { old: [password], new: replacement }, 'old', 'old must be string'],
      ['a new one with a NUL', { old: password, new: `${replacement}\0` }, 'new', unkept],
    ])('400 for %s', async (_, json, member, error) => {
      await stage.refuses({ ...change, as: aino, json }, 400, error, { pointer: `/body/${member}` });
    });
  });
});
