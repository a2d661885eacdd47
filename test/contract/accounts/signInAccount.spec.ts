import { beforeAll, describe, expect, it, vi } from 'vitest';
import { AccountsStage, invalidPassword, type Person, password, type Session, uuid } from '../../support/accounts.js';
import { failsWithTheDatabase, refusesAsEveryOperation } from '../../support/accounts-refusals.js';
import { send } from '../../support/http.js';
import { describeOperation } from '../../support/operation.js';

describeOperation('signInAccount', AccountsStage, (stage) => {
  let aino: Person;
  const request = (json: object) => ({ method: 'POST', path: '/v1/auth', json: { password, ...json } });
  refusesAsEveryOperation(stage, 'signInAccount', request({ email: 'aino@example.org' }));
  failsWithTheDatabase(stage, async () => request({ email: aino.email }));

  beforeAll(async () => {
    aino = await stage.person();
  });

  describe('201', () => {
    it('answers a new session of the same account', async () => {
      const { status, body } = await stage.signIn(aino.email, {}, { 'user-agent': 'yaak' });
      expect(status).toBe(201);
      expect(Object.keys(body as Session)).toEqual(Object.keys(aino.session));
      expect(body).toMatchObject({ user_id: aino.session.user_id, ip_address: '127.0.0.1', user_agent: 'yaak' });
      expect((body as Session).id).toMatch(uuid);
      expect((body as Session).id).not.toBe(aino.session.id);
    });

    it('ends no other session', async () => {
      const [second, third] = [await stage.signIn(aino.email), await stage.signIn(aino.email)];
      for (const as of [aino, stage.signedIn(second), stage.signedIn(third)]) {
        expect(await stage.get('/v1/user', { as })).toMatchObject({ status: 200 });
      }
    });

    it('takes the e-mail address in any case', async () => {
      expect(await stage.signIn(aino.email.toUpperCase())).toMatchObject({ status: 201 });
    });

    it.each(['/v1/auth/', '/api/v1/auth', '/api/v1/auth/', '/accounts/v1/auth'])('logs in at %s too', async (path) => {
      const as = { authorization: 'Bearer nonsense' };
      expect(await stage.post(path, { as, json: { email: aino.email, password } })).toMatchObject({ status: 201 });
    });

    it('looks at the whole password, of which the original forgot all after 72 bytes', async () => {
      const long = `${'🧙'.repeat(18)}${'x'.repeat(200)}`;
      const { email } = await stage.person({ password: long });
      expect(await stage.signIn(email, { password: long })).toMatchObject({ status: 201 });
      await stage.refuses(request({ email, password: `${long.slice(0, -1)}y` }), invalidPassword);
    });
  });

  describe('401', () => {
    it.each(['correct horse batter', 'correct horse battery ', 'CORRECT HORSE BATTERY', 'wrong password'])(
      'for the wrong password "%s"', async (wrong) => {
        await stage.refuses(request({ email: aino.email, password: wrong }), invalidPassword);
      },
    );

    it('for an e-mail address that nobody has, in the same words', async () => {
      await stage.refuses(request({ email: 'nobody@example.org' }), invalidPassword);
    });
  });

  describe('429', () => {
    const tooMany = { status: 429, code: 'TooManyRequests', message: 'Too Many Requests' };

    it('for the eleventh try in ten minutes with one e-mail address, in whatever case, and no other', async () => {
      vi.useFakeTimers({ toFake: ['performance'] });
      try {
        const { url } = await stage.start({ RATE_LIMITS: 'on' });
        const tryIn = (email: string) => send(url, request({ email, password: 'wrong password' }));
        for (let remaining = 9; remaining >= 0; remaining -= 1) {
          const { status, headers } = await tryIn(remaining % 2 ? aino.email : aino.email.toUpperCase());
          expect(status).toBe(401);
          expect(headers).toMatchObject({ 'ratelimit-limit': '10', 'ratelimit-remaining': String(remaining) });
        }
        await stage.refuses(request({ email: aino.email }), tooMany, url);
        expect(await tryIn(aino.email)).toMatchObject({
          headers: { 'retry-after': '60', 'ratelimit-reset': '60', 'ratelimit-remaining': '0' },
        });
        expect((await tryIn('another@example.org')).status).toBe(401);
        vi.advanceTimersByTime(60_000);
        expect((await tryIn(aino.email)).status).toBe(401);
      } finally {
        vi.useRealTimers();
      }
    });

    it('for the sixty-first in a minute from one address, whatever it says', async () => {
      const { url } = await stage.start({ RATE_LIMITS: 'on' });
      const junk = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' };
      const answers = await Promise.all(Array.from({ length: 60 }, () => fetch(`${url}/v1/auth`, junk)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]));
      expect(answers.map(({ headers }) => headers.get('ratelimit-limit'))).toEqual(Array(60).fill('60'));
      expect((await fetch(`${url}/v1/auth`, junk)).status).toBe(429);
    });
  });
});
