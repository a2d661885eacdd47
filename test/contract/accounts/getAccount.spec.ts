import { beforeAll, describe, expect, it } from 'vitest';
import { AccountsStage, type Person, password, uuid } from '../../support/accounts.js';
import { failsWithTheDatabase, refusesAsEveryOperation } from '../../support/accounts-refusals.js';
import { send } from '../../support/http.js';
import { describeOperation } from '../../support/operation.js';

describeOperation('getAccount', AccountsStage, (stage) => {
  const request = { method: 'GET', path: '/v1/user' };
  refusesAsEveryOperation(stage, 'getAccount', request);
  failsWithTheDatabase(stage, async () => ({ ...request, as: await stage.person() }));

  describe('200', () => {
    let aino: Person;
    let before: number;
    const email = 'Aino@Example.org';

    beforeAll(async () => {
      before = Date.now();
      aino = await stage.person({ email, name: 'Aino 🧙' });
    });

    it('shows the account, with its members in their order', async () => {
      const { status, headers, body } = await stage.get('/v1/user', { as: aino });
      expect([status, headers['content-type']]).toEqual([200, 'application/json']);
      const createdAt: unknown = expect.any(Number);
      expect(body).toEqual({ id: aino.session.user_id, created_at: createdAt, name: 'Aino 🧙', email, invite: null });
      expect(Object.keys(body as object)).toEqual(['id', 'created_at', 'name', 'email', 'invite']);
      const { id, created_at: createdAtMs } = body as { id: string; created_at: number };
      expect(id).toMatch(uuid);
      expect(createdAtMs).toBeGreaterThanOrEqual(before);
      expect(createdAtMs).toBeLessThanOrEqual(Date.now());
    });

    it('takes the id without the word before it', async () => {
      const as = { authorization: aino.session.id };
      expect(await stage.get('/v1/user', { as })).toMatchObject({ status: 200, body: { id: aino.session.user_id } });
    });

    it('shows the same in every session of a person', async () => {
      const further = stage.signedIn(await stage.signIn(email));
      const [one, other] = [await stage.get('/v1/user', { as: further }), await stage.get('/v1/user', { as: aino })];
      expect(one.body).toEqual(other.body);
    });

    it.each(['/v1/user/', '/api/v1/user', '/api/v1/user/', '/accounts/v1/user'])('is found at %s too', async (path) => {
      expect(await stage.get(path, { as: aino })).toMatchObject({ status: 200 });
    });

    it('has a head, and knows which methods there are', async () => {
      const { status, body } = await send(stage.url, { method: 'HEAD', path: '/v1/user', as: aino });
      expect([status, body]).toEqual([200, '']);
      const put = await send(stage.url, { method: 'PUT', path: '/v1/user', as: aino });
      expect(put).toMatchObject({ status: 405, body: { code: 'MethodNotAllowed', message: 'Method Not Allowed' } });
      expect(put.headers['allow']).toBe('DELETE, GET, HEAD, PATCH, POST');
    });

    it('never shows the password or what is kept of it', async () => {
      const { body } = await stage.get('/v1/user', { as: aino });
      expect(JSON.stringify(body)).not.toMatch(new RegExp(`argon2|${password}`));
    });
  });
});
