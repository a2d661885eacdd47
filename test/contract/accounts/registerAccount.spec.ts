import { describe, expect, it, vi } from 'vitest';
import type { Session } from '../../support/accounts.js';
import { AccountsStage, emailAlreadyInUse, inviteNotFound, password, uuid } from '../../support/accounts.js';
import { failsWithTheDatabase, refusesAsEveryOperation } from '../../support/accounts-refusals.js';
import { describeOperation } from '../../support/operation.js';

describeOperation('registerAccount', AccountsStage, (stage) => {
  const request = () =>
    ({ method: 'POST', path: '/v1/user', json: { name: 'Aino', email: stage.freshEmail(), password } });
  refusesAsEveryOperation(stage, 'registerAccount', request());
  failsWithTheDatabase(stage, async () => request());

  describe('201', () => {
    it('answers a session, with its members in their order', async () => {
      const before = Date.now();
      const { status, headers, body } = await stage.register({}, { headers: { 'user-agent': 'yaak' } });
      expect([status, headers['content-type']]).toEqual([201, 'application/json']);
      const members = ['id', 'user_id', 'created_at', 'accessed_at', 'ip_address', 'user_agent'];
      expect(Object.keys(body as Session)).toEqual(members);
      const { id, user_id: account, created_at: createdAtMs, accessed_at: accessedAtMs, ...client } = body as Session;
      expect(id).toMatch(uuid);
      expect(account).toMatch(uuid);
      expect(id).not.toBe(account);
      expect(createdAtMs).toBeGreaterThanOrEqual(before);
      expect(accessedAtMs).toBeGreaterThanOrEqual(createdAtMs);
      expect(accessedAtMs).toBeLessThanOrEqual(Date.now());
      expect(client).toEqual({ ip_address: '127.0.0.1', user_agent: 'yaak' });
    });

    it('signs in at once, here and by logging in', async () => {
      const { authorization, email, session } = await stage.person();
      const shown = { status: 200, body: { id: session.user_id, email } };
      expect(await stage.get('/v1/user', { as: { authorization } })).toMatchObject(shown);
      expect(await stage.get('/v1/user', { as: stage.signedIn(await stage.signIn(email)) })).toMatchObject(shown);
    });

    it('gives two people of one name two accounts', async () => {
      const [one, other] = [await stage.person({ name: 'Aino' }), await stage.person({ name: 'Aino' })];
      expect(one.session.user_id).not.toBe(other.session.user_id);
    });

    it.each([
      '/api/v1/user', '/api/v1/user/', '/accounts/v1/user', '/v1/user/',
    ])('registers at %s too', async (path) => {
      expect(await stage.post(path, { json: request().json })).toMatchObject({ status: 201 });
    });

    it('cares for no Authorization', async () => {
      const as = { authorization: 'Bearer nonsense' };
      expect(await stage.post('/v1/user', { as, json: request().json })).toMatchObject({ status: 201 });
    });

    it('keeps the id and the password as hashes only', async () => {
      const { session } = await stage.person();
      const rows = [...(await stage.sql('select * from credential')), ...(await stage.sql('select * from password'))];
      expect(JSON.stringify(rows)).not.toContain(session.id);
      expect(JSON.stringify(rows)).not.toContain(password);
    });
  });

  describe('404', () => {
    it('when an invite is required and none is given', async () => {
      const { url } = await stage.start({ INVITE_REQUIRED: 'true' });
      await stage.refuses(request(), inviteNotFound, url);
    });
  });

  describe('409', () => {
    it('when somebody has the e-mail address, in whatever case', async () => {
      const { email } = await stage.person();
      for (const taken of [email, email.toUpperCase(), email.replace('e', 'E')]) {
        await stage.refuses({ ...request(), json: { name: 'Eero', email: taken, password } }, emailAlreadyInUse);
      }
      expect(await stage.signIn(email.toUpperCase())).toMatchObject({ status: 201 });
    });

    it('for all but one of twenty that register one address at once, who leave nothing behind', async () => {
      const tables = ['account', 'accounts_profile', 'accounts_session', 'credential', 'password'];
      // Two instances share PostgreSQL; only one server ever writes to a SQLite file.
      const urls = stage.dialect === 'postgresql' ? [stage.url, (await stage.start()).url] : [stage.url];
      const before = await stage.rowsOf(tables);
      const address = 'wanted@example.org';
      const registerAs = (index: number) => {
        const email = address.slice(0, index % 5).toUpperCase() + address.slice(index % 5);
        return stage.register({ email }, { url: urls[index % urls.length]! });
      };
      const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => registerAs(index)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(409)]);
      expect(await stage.rowsOf(tables)).toEqual(before.map((rows) => rows + 1));
    });
  });

  it('429 for the sixty-first registration in a minute from one address', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      const { url } = await stage.start({ RATE_LIMITS: 'on' });
      const statuses = await Promise.all(Array.from({ length: 60 }, () => stage.register({ name: '' }, { url })));
      expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([400]));
      await stage.refuses(request(), { status: 429, code: 'TooManyRequests', message: 'Too Many Requests' }, url);
      vi.advanceTimersByTime(1000);
      expect(await stage.register({}, { url })).toMatchObject({
        status: 201, headers: { 'ratelimit-limit': '60', 'ratelimit-remaining': '0', 'ratelimit-reset': '1' },
      });
    } finally {
      vi.useRealTimers();
    }
  });
});
