import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { AccountsStage, emailAlreadyInUse, inviteNotFound, password } from '../../support/accounts.js';
import type { TestApp } from '../../support/app.js';
import { send } from '../../support/http.js';
import { describeOnStage } from '../../support/operation.js';

describeOnStage('invites', AccountsStage, (stage) => {
  let closed: TestApp;
  const request = (json: object) =>
    ({ method: 'POST', path: '/v1/user', json: { name: 'Aino', email: stage.freshEmail(), password, ...json } });
  const register = (json: object, url = closed.url) => send(url, request(json));
  const refused = (json: object) => stage.refuses(request(json), inviteNotFound, closed.url);

  beforeAll(async () => {
    closed = await stage.start({ INVITE_REQUIRED: 'true' });
  });

  describe('where one is required', () => {
    it('let one person in, who can see by which', async () => {
      const invite = await stage.invite();
      const answer = await register({ invite });
      expect(answer).toMatchObject({ status: 201 });
      const shown = await stage.get('/v1/user', { as: stage.signedIn(answer) });
      expect(shown).toMatchObject({ body: { invite } });
      await refused({ invite });
    });

    it.each([
      undefined, null, '', ' ', randomUUID(), "' or 1=1 --", '1', 'x'.repeat(255),
    ])('are not %j', async (invite) => {
      await stage.invite();
      await refused({ invite });
    });

    it.each([1, true, {}, [], ['x'], 'x'.repeat(256), '\0', '\ud800'])('are malformed as %j', async (invite) => {
      const body = { code: 'BadRequest', message: 'Bad request' };
      expect(await register({ invite })).toMatchObject({ status: 400, body });
    });

    it('are compared exactly', async () => {
      const invite = await stage.invite();
      const others = [invite.toUpperCase(), `${invite} `, ` ${invite}`, invite.replaceAll('-', '')];
      for (const other of others) await refused({ invite: other });
      expect(await register({ invite })).toMatchObject({ status: 201 });
    });

    it('let exactly one of twenty in who come with the same one at once', async () => {
      const invite = await stage.invite();
      const other = await stage.start({ INVITE_REQUIRED: 'true' });
      const urls = stage.dialect === 'postgresql' ? [closed.url, other.url] : [closed.url];
      const registered = Array.from({ length: 20 }, (_, index) => register({ invite }, urls[index % urls.length]));
      const answers = await Promise.all(registered);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(404)]);
      expect(await stage.sql('select email from accounts_profile where invite = ?', invite)).toHaveLength(1);
    });

    it('are not used up by a registration that fails', async () => {
      const invite = await stage.invite();
      const { email } = await stage.person();
      expect(await register({ invite, email: 'nonsense' })).toMatchObject({ status: 400 });
      expect(await register({ invite, email: 'a@[999.0.0.1]' })).toMatchObject({ status: 400 });
      expect(await register({ invite, password: 'short' })).toMatchObject({ status: 400 });
      await stage.refuses(request({ invite, email }), emailAlreadyInUse, closed.url);
      const race = await Promise.all([1, 2, 3].map(() => register({ invite, email })));
      expect(race.map(({ status }) => status)).toEqual([409, 409, 409]);
      expect(await register({ invite })).toMatchObject({ status: 201 });
    });

    it('are not used up by a registration that breaks down on its way', async () => {
      const invite = await stage.invite();
      const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
      await stage.sql('alter table accounts_session rename to hidden_session');
      try {
        expect(await register({ invite })).toMatchObject({ status: 500 });
      } finally {
        await stage.sql('alter table hidden_session rename to accounts_session');
        log.mockRestore();
      }
      expect(await register({ invite })).toMatchObject({ status: 201 });
    });

    it('each let one person in, when many come with many at once', async () => {
      const codes = (await stage.admin('invite', 'create', '--count', '10')).trim().split('\n');
      const answers = await Promise.all([...codes, ...codes].map((invite) => register({ invite })));
      const statuses = [...Array<number>(10).fill(201), ...Array<number>(10).fill(404)];
      expect(answers.map(({ status }) => status).sort()).toEqual(statuses);
    });

    it('tell nobody without one who has an account', async () => {
      const { email } = await stage.person();
      await refused({ email });
      await refused({ email, invite: randomUUID() });
    });

    it('stay used when the person who came by them is gone', async () => {
      const invite = await stage.invite();
      const as = stage.signedIn(await register({ invite }));
      expect(await send(closed.url, { method: 'DELETE', path: '/v1/user', as })).toMatchObject({ status: 204 });
      await refused({ invite });
    });

    it('end at their time, and when they are revoked', async () => {
      const [expiring, revoked] = [await stage.invite('--expires', '1h'), await stage.invite('--expires', 'never')];
      await stage.admin('invite', 'revoke', revoked);
      await refused({ invite: revoked });
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
      try {
        await refused({ invite: expiring });
      } finally {
        vi.useRealTimers();
      }
      expect(await register({ invite: expiring })).toMatchObject({ status: 201 });
    });

    it('are not needed to log in', async () => {
      const { email } = await stage.person();
      const signIn = { method: 'POST', path: '/v1/auth', json: { email, password } };
      expect(await send(closed.url, signIn)).toMatchObject({ status: 201 });
    });
  });

  describe('where none is required', () => {
    const shownInvite = async (invite: unknown) => {
      const answer = await register({ invite }, stage.url);
      expect(answer).toMatchObject({ status: 201 });
      const { body } = await stage.get('/v1/user', { as: stage.signedIn(answer) });
      return (body as { invite: unknown }).invite;
    };

    it.each([null, '', 'unknown'])('are ignored if they are %j', async (invite) => {
      expect(await shownInvite(invite)).toBeNull();
    });

    it('are used all the same if they can be', async () => {
      const invite = await stage.invite();
      expect(await shownInvite(invite)).toBe(invite);
      expect(await shownInvite(invite)).toBeNull();
      await refused({ invite });
    });

    it.each([1, true, {}, []])('are malformed as %j', async (invite) => {
      expect(await register({ invite }, stage.url)).toMatchObject({ status: 400 });
    });
  });
});
