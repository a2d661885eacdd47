import { beforeEach, describe, expect, it } from 'vitest';
import { AccountsStage, type Person, sessionNotFound } from '../../support/accounts.js';
import { failsWithTheDatabase, refusesAsEveryOperation } from '../../support/accounts-refusals.js';
import { send } from '../../support/http.js';
import { describeOperation } from '../../support/operation.js';

describeOperation('deleteAccount', AccountsStage, (stage) => {
  let aino: Person;
  const request = { method: 'DELETE', path: '/v1/user' };
  const remove = (as: Person) => send(stage.url, { ...request, as });
  refusesAsEveryOperation(stage, 'deleteAccount', request);
  failsWithTheDatabase(stage, async () => ({ ...request, as: await stage.person() }));

  beforeEach(async () => {
    aino = await stage.person();
  });

  describe('204', () => {
    it('ends every session of the account', async () => {
      const further = stage.signedIn(await stage.signIn(aino.email));
      for (const as of [aino, further]) expect(await stage.get('/v1/user', { as })).toMatchObject({ status: 200 });
      expect(await remove(aino)).toMatchObject({ status: 204, body: '' });
      for (const as of [aino, further]) await stage.refuses({ method: 'GET', path: '/v1/user', as }, sessionNotFound);
      await stage.refuses({ ...request, as: aino }, sessionNotFound);
    });

    it('leaves nothing of the person, and everything of others', async () => {
      const eero = await stage.person();
      const further = stage.signedIn(await stage.signIn(eero.email));
      const tables = ['account', 'accounts_profile', 'password', 'credential', 'accounts_session'];
      const before = await stage.rowsOf(tables);
      await stage.signIn(aino.email);
      await remove(aino);
      expect(await stage.rowsOf(tables)).toEqual(before.map((rows) => rows - 1));
      for (const as of [eero, further]) {
        expect(await stage.get('/v1/user', { as })).toMatchObject({ body: { email: eero.email } });
      }
      expect(await stage.signIn(eero.email)).toMatchObject({ status: 201 });
    });

    it('leaves what the same person has in another API, which is another account', async () => {
      const json = { username: aino.email.replaceAll(/\W/g, '_').slice(0, 32), password: 'correct horse battery' };
      const { body: token } = await stage.post('/users/register', { json });
      await remove(aino);
      const as = { authorization: `Bearer ${String(token)}` };
      expect(await stage.get('/users/@me', { as })).toMatchObject({ status: 200, body: { username: json.username } });
    });

    it('frees the e-mail address, and nobody logs in with it meanwhile', async () => {
      await remove(aino);
      expect(await stage.signIn(aino.email)).toMatchObject({ status: 401, body: { code: 'InvalidPassword' } });
      const answer = await stage.register({ email: aino.email });
      expect(answer).toMatchObject({ status: 201 });
      expect(stage.signedIn(answer).session.user_id).not.toBe(aino.session.user_id);
    });

    it('ignores a body, whatever it is', async () => {
      const body = { body: '{"password":', headers: { 'content-type': 'application/json' } };
      expect(await send(stage.url, { ...request, ...body, as: aino })).toMatchObject({ status: 204 });
    });

    it('happens once, when asked for many times at once', async () => {
      const answers = await Promise.all(Array.from({ length: 5 }, () => remove(aino)));
      for (const { status } of answers) expect([204, 404]).toContain(status);
      expect(answers.map(({ status }) => status)).toContain(204);
      expect(await stage.sql('select email from accounts_profile where email = ?', aino.email)).toEqual([]);
    });

    it('leaves no session to somebody who is just logging in', async () => {
      const [answer] = await Promise.all([stage.signIn(aino.email), remove(aino)]);
      expect([201, 401]).toContain(answer.status);
      if (answer.status !== 201) return;
      expect(await stage.get('/v1/user', { as: stage.signedIn(answer) })).toMatchObject({ status: 404 });
    });
  });
});
