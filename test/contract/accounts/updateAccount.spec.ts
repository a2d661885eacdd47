import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountsStage, badRequest, emailAlreadyInUse, type Person } from '../../support/accounts.js';
import { failsWithTheDatabase, refusesAsEveryOperation } from '../../support/accounts-refusals.js';
import { send } from '../../support/http.js';
import { describeOperation } from '../../support/operation.js';

describeOperation('updateAccount', AccountsStage, (stage) => {
  let aino: Person;
  const request = (json: object) => ({ method: 'PATCH', path: '/v1/user', as: aino, json });
  const change = (json: object, url = stage.url) => send(url, request(json));
  const shown = async () => (await stage.get('/v1/user', { as: aino })).body;
  const bare = { method: 'PATCH', path: '/v1/user', json: { name: 'Aino', email: 'a@b' } };
  refusesAsEveryOperation(stage, 'updateAccount', bare);
  failsWithTheDatabase(stage, async () => ({ ...bare, as: await stage.person() }));

  beforeEach(async () => {
    aino = await stage.person();
  });

  describe('204', () => {
    it('changes name and e-mail address, and nothing else', async () => {
      const before = await shown();
      const email = stage.freshEmail();
      expect(await change({ name: 'Aino K.', email })).toMatchObject({ status: 204, body: '' });
      expect(await shown()).toEqual({ ...(before as object), name: 'Aino K.', email });
      expect(await stage.signIn(email)).toMatchObject({ status: 201 });
      expect(await stage.signIn(aino.email)).toMatchObject({ status: 401 });
    });

    it('takes the own address as it is, and in another case', async () => {
      expect(await change({ name: 'Aino', email: aino.email })).toMatchObject({ status: 204 });
      expect(await change({ name: 'Aino', email: aino.email.toUpperCase() })).toMatchObject({ status: 204 });
      expect(await shown()).toMatchObject({ email: aino.email.toUpperCase() });
    });

    it('frees the old address', async () => {
      await change({ name: 'Aino', email: stage.freshEmail() });
      expect(await stage.register({ email: aino.email })).toMatchObject({ status: 201 });
    });

    it('drops what it does not know', async () => {
      const before = await shown();
      const more = { id: 'x', invite: 'x', password: 'another password', created_at: 1 };
      expect(await change({ name: 'Aino', email: aino.email, ...more })).toMatchObject({ status: 204 });
      expect(await shown()).toEqual(before);
      expect(await stage.signIn(aino.email)).toMatchObject({ status: 201 });
    });
  });

  describe('400', () => {
    it.each([
      ['name', { email: 'a@b' }],
      ['email', { name: 'Aino' }],
    ])('without %s, though only the other is to change', async (member, json) => {
      await stage.refuses(request(json), badRequest(`${member} is required`, `/body/${member}`));
    });
  });

  describe('409', () => {
    it('for the address of somebody else, in whatever case', async () => {
      const { email } = await stage.person();
      await stage.refuses(request({ name: 'Aino', email }), emailAlreadyInUse);
      await stage.refuses(request({ name: 'Aino', email: email.toUpperCase() }), emailAlreadyInUse);
      expect(await shown()).toMatchObject({ email: aino.email });
    });

    it('for all but one of ten who want one address at once', async () => {
      const urls = stage.dialect === 'postgresql' ? [stage.url, (await stage.start()).url] : [stage.url];
      const people = await Promise.all(Array.from({ length: 10 }, () => stage.person()));
      const json = { name: 'Aino', email: stage.freshEmail() };
      const changeAs = (as: Person, index: number) => send(urls[index % urls.length]!, { ...bare, as, json });
      const answers = await Promise.all(people.map(changeAs));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array<number>(9).fill(409)]);
    });
  });

  it('429 for the sixty-first change in a minute by one person, from wherever', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      const { url } = await stage.start({ RATE_LIMITS: 'on', TRUST_PROXY: 'loopback' });
      for (let count = 0; count < 60; count += 1) {
        const headers = { 'x-forwarded-for': `192.0.2.${count}` };
        expect((await send(url, { ...request({}), headers })).status).toBe(400);
      }
      await stage.refuses(request({}), { status: 429, code: 'TooManyRequests', message: 'Too Many Requests' }, url);
      const eero = await stage.person();
      expect((await send(url, { ...bare, as: eero, json: {} })).status).toBe(400);
    } finally {
      vi.useRealTimers();
    }
  });
});
