import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { TestApp } from '../../support/app.js';
import { CodingStage, password, type Person } from '../../support/coding.js';
import { send, type Wanted } from '../../support/http.js';
import { describeOnStage } from '../../support/operation.js';

describeOnStage('limits', CodingStage, (stage) => {
  let aino: Person;
  let eero: Person;
  let limited: TestApp;
  const ask = (method: string, path: string, wanted: Wanted = {}) => send(limited.url, { method, path, ...wanted });
  const signIn = (headers: Record<string, string>) => ask('POST', '/users/login', { json: {}, headers });
  const remaining = (count: number) => ({ 'ratelimit-remaining': String(count) });
  const useUp = async (method: string, path: string, wanted: Wanted = {}) => {
    for (let count = 9; count >= 0; count -= 1) {
      expect(await ask(method, path, wanted)).toMatchObject({ headers: remaining(count) });
    }
    expect(await ask(method, path, wanted)).toMatchObject({ status: 429 });
  };

  beforeAll(async () => {
    [aino, eero] = [await stage.person(), await stage.person()];
  });
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    limited = await stage.start({ RATE_LIMITS: 'on' });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await stage.stop(limited);
  });

  it('count what an account asks for, whatever it is and wherever it is asked', async () => {
    const requests = [
      ['GET', '/users/@me'], ['HEAD', '/users/@me/'], ['GET', '/coding/friends/list'], ['POST', '/activity/flush'],
      ['GET', '/users/nobody/activity/data'], ['POST', '/friends/add'], ['POST', '/activity/update'],
      ['GET', '/users/@me/activity/data?from=x'], ['POST', '/coding/activity/flush'], ['GET', '/users/@me'],
    ] as const;
    for (const [index, [method, path]] of requests.entries()) {
      const { headers } = await ask(method, path, { as: aino });
      expect([path, headers['ratelimit-remaining']]).toEqual([path, String(9 - index)]);
    }
    expect(await ask('GET', '/users/@me', { as: aino })).toMatchObject({ status: 429 });
  });

  it('do not touch another account, nor those who have none yet', async () => {
    await useUp('GET', '/users/@me', { as: aino });
    expect(await ask('GET', '/users/@me', { as: eero })).toMatchObject({ status: 200, headers: remaining(9) });
    expect(await ask('POST', '/users/login', { json: {} })).toMatchObject({ status: 400, headers: remaining(9) });
  });

  it('are one for all tokens of an account', async () => {
    const { body: token } = await stage.post('/users/login', { json: { username: aino.username, password } });
    await useUp('GET', '/users/@me', { as: aino });
    const as = { authorization: `Bearer ${String(token)}` };
    expect(await ask('GET', '/users/@me', { as })).toMatchObject({ status: 429 });
  });

  it('count requests without an account by their address, and those for sign-in together', async () => {
    for (let count = 0; count < 5; count += 1) await ask('POST', '/users/register', { json: {} });
    for (let count = 0; count < 5; count += 1) await ask('POST', '/coding/users/login', { json: {}, as: aino });
    for (const path of ['/users/register', '/users/login']) {
      expect(await ask('POST', path, { json: {} })).toMatchObject({ status: 429 });
    }
    expect(await ask('GET', '/users/@me', { as: aino })).toMatchObject({ status: 200 });
  });

  it('do not count a token that opens nothing, and say nothing then', async () => {
    for (let count = 0; count < 12; count += 1) {
      const { status, headers } = await ask('GET', '/users/@me', { as: { authorization: 'Bearer unknown' } });
      expect([status, Object.keys(headers).filter((name) => name.startsWith('ratelimit'))]).toEqual([401, []]);
    }
  });

  it('give one request back every six seconds, and all of them in a minute', async () => {
    const me = async () => (await ask('GET', '/users/@me', { as: aino })).headers;
    await useUp('GET', '/users/@me', { as: aino });
    vi.advanceTimersByTime(6000);
    expect(await me()).toMatchObject({ ...remaining(0), 'ratelimit-reset': '6' });
    expect(await me()).toMatchObject({ 'retry-after': '6', 'ratelimit-reset': '6' });
    vi.advanceTimersByTime(59_999);
    expect(await me()).toMatchObject({ ...remaining(8), 'ratelimit-reset': '0' });
    vi.advanceTimersByTime(60_000);
    expect(await me()).toMatchObject(remaining(9));
  });

  it('refuse before a body is read, and do nothing then', async () => {
    await useUp('GET', '/users/@me', { as: aino });
    for (const body of ['{"language":"c"}', '{"language":']) {
      const headers = { 'content-type': 'application/json' };
      expect(await ask('POST', '/activity/update', { as: aino, body, headers })).toMatchObject({ status: 429 });
    }
    await stage.post('/activity/flush', { as: aino });
    expect(await stage.sessions(aino, '?language=c')).toEqual([]);
  });

  it('believe nobody about an address', async () => {
    for (let count = 0; count < 10; count += 1) {
      const address = `192.0.2.${count}`;
      await signIn({ 'x-forwarded-for': address, 'x-real-ip': address, forwarded: `for=${address}` });
    }
    expect(await signIn({ 'x-forwarded-for': '192.0.2.99' })).toMatchObject({ status: 429 });
  });

  it('believe a proxy that is trusted, but not what others have told it', async () => {
    await stage.stop(limited);
    limited = await stage.start({ RATE_LIMITS: 'on', TRUST_PROXY: '1' });
    for (let count = 0; count < 10; count += 1) await signIn({ 'x-forwarded-for': `198.51.100.${count}, 192.0.2.1` });
    expect(await signIn({ 'x-forwarded-for': '198.51.100.99, 192.0.2.1' })).toMatchObject({ status: 429 });
    expect(await signIn({ 'x-forwarded-for': '192.0.2.2' })).toMatchObject({ status: 400 });
  });

  it('let exactly ten through of thirty at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask('GET', '/users/@me', { as: aino })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
  });
});
