import { rename, rm, writeFile } from 'node:fs/promises';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { readDocument } from '#contract';
import { type Request, send } from './http.js';
import { basic, challenge, fullLimit, type Person, type SoundboardStage, warnings } from './soundboard.js';

/**
 * The refusals that do not depend on what an operation does. `requestOf` makes a request that the operation would take from
 * somebody who is signed in.
 */
export function refusesAsEveryOperation(stage: SoundboardStage, operation: string, requestOf: (person: Person) => Promise<Request> | Request): void {
  const { answers, input } = readDocument('soundboard').operations.get(operation)!;
  const asksDiscord = answers.byStatus.has(502);
  let person: Person;
  let asked: Request;

  beforeAll(async () => {
    person = await stage.person();
    asked = { ...(await requestOf(person)), as: person };
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    stage.discord.misbehaviour = undefined;
  });

  it('400 for a Basic header that is no Base64, even beside cookies that work', async () => {
    for (const [credential, byte] of [['!!!', 0], ['YWJj$mRl', 4], [' YWJj', 0], [basic(`${person.userId}:${person.token}`).slice(6, -1), 108]] as const) {
      const request = { ...asked, as: { authorization: `Basic ${credential}` }, headers: { ...asked.headers, cookie: person.cookie } };
      await stage.refuses(request, 400, `illegal base64 data at input byte ${byte}`, { headers: {} });
    }
  });

  it('401 without anything that works, whatever else is wrong', async () => {
    const { userId, token } = person;
    const stranger = await stage.person();
    const wrong = [
      undefined, 'Basic', `Bearer ${token}`, token, basic(userId), basic(token), basic(`${userId}:`), basic(`:${token}`), basic(`${userId}:${token}:`),
      basic(`${token}:${userId}`), basic(`${stranger.userId}:${token}`), basic(`${userId}:${stranger.token}`), basic(`${userId}:${token}x`),
    ];
    const junk = asked.method === 'GET' ? {} : { json: undefined, body: '{"', headers: { 'content-type': 'application/json' } };
    for (const authorization of wrong) {
      const as = authorization === undefined ? undefined : { authorization };
      await stage.refuses({ ...asked, ...junk, as }, 401, 'unauthorized', { headers: { 'www-authenticate': challenge } });
    }
    for (const cookie of [`token=${token}`, `userid=${userId}`, `token=${token}; userid=${stranger.userId}`, `token=; userid=${userId}`, `Token=${token}; userid=${userId}`]) {
      await stage.refuses({ ...asked, as: undefined, headers: { cookie } }, 401, 'unauthorized', { headers: { 'www-authenticate': challenge } });
    }
  });

  if (input.body) {
    it('413 for a body that is too large', async () => {
      const { maxBytes } = input.body!;
      await stage.refuses({ ...asked, json: undefined, body: Buffer.alloc(maxBytes + 1, '"'), headers: { 'content-type': 'application/json' } }, 413, `The body is larger than ${maxBytes} bytes`);
    });

    it('415 for a body that is compressed', async () => {
      const request = { ...asked, headers: { 'content-encoding': 'gzip' } };
      await stage.refuses(request, 415, 'Content-Encoding gzip is not supported');
    });
  }

  it('429 for the sixth request at once, and no more once two seconds have passed', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { url } = await stage.start({ RATE_LIMITS: 'on' });
    for (const remaining of ['4', '3', '2', '1', '0']) {
      const { headers } = await send(url, remaining === '3' ? { ...asked, as: undefined, headers: { ...asked.headers, cookie: person.cookie } } : asked);
      expect(headers).toMatchObject({ 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': remaining === '0' ? '2000' : '0' });
    }
    const limit = { 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '0' };
    vi.advanceTimersByTime(1);
    await stage.refuses(asked, 429, 'rate limit exceed', { headers: { ...limit, 'x-ratelimit-reset': '1999', 'retry-after': '2' }, url });
    vi.advanceTimersByTime(1998);
    await stage.refuses(asked, 429, 'rate limit exceed', { headers: { ...limit, 'x-ratelimit-reset': '1', 'retry-after': '1' }, url });
    vi.advanceTimersByTime(1);
    expect((await send(url, asked)).status).not.toBe(429);
  });

  it('500 when the database or the folder fails, which is logged and not told', async () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const hidden = `${stage.folder}.hidden`;
    await stage.sql('alter table soundboard_profile rename to hidden_profile');
    await rename(stage.folder, hidden);
    await writeFile(stage.folder, 'no folder');
    try {
      await stage.refuses(asked, 500, 'Internal Server Error');
    } finally {
      await stage.sql('alter table hidden_profile rename to soundboard_profile');
      await rm(stage.folder);
      await rename(hidden, stage.folder);
    }
    expect(log.mock.calls.join()).toMatch(/soundboard_profile|ENOTDIR/);
  });

  if (asksDiscord) {
    it('403 in a guild of others, and in one that nobody knows', async () => {
      const stranger = await stage.person();
      for (const guild of [stranger.guild, '1', '526196711962705925', '0', 'abc', '-1', '9'.repeat(21), '..%2f1', `0${person.guild}`, `${person.guild}%20`]) {
        await stage.refuses({ ...asked, path: asked.path.replace(person.guild, guild) }, 403, 'you must be a member of this guild');
      }
    });

    it('502 and 503 while Discord is out of order, and nothing of it is remembered', async () => {
      const { url } = await stage.start();
      const other = await stage.person();
      const request = { ...asked, as: other, path: asked.path.replace(person.guild, other.guild) };
      const log = warnings();
      for (const status of [500, 502, 503, 401, 302]) {
        stage.discord.misbehaviour = (response) => response.writeHead(status, { location: '/elsewhere' }).end();
        await stage.refuses(request, 502, 'Discord cannot be reached', { url });
      }
      for (const status of [200, 403, 404]) {
        stage.discord.misbehaviour = (response) => response.writeHead(status).end('<html>');
        await stage.refuses(request, 502, 'Discord cannot be reached', { url });
      }
      stage.discord.misbehaviour = (response) => response.end('[]');
      await stage.refuses(request, 502, 'Discord cannot be reached', { url });
      stage.discord.misbehaviour = (response) => response.destroy();
      await stage.refuses(request, 502, 'Discord cannot be reached', { url });
      expect(log).toHaveBeenCalled();
      vi.useFakeTimers({ toFake: ['Date'] });
      stage.discord.misbehaviour = (response) => response.writeHead(429, { 'retry-after': '1.2' }).end();
      await stage.refuses(request, 503, 'Discord asks to come back later', { headers: { ...fullLimit, 'retry-after': '2' }, url });
      stage.discord.misbehaviour = undefined;
      vi.setSystemTime(Date.now() + 1000);
      await stage.refuses(request, 503, 'Discord asks to come back later', { headers: { ...fullLimit, 'retry-after': '1' }, url });
      vi.setSystemTime(Date.now() + 1000);
      expect((await send(url, request)).status).toBeLessThan(300);
    });
  }
}
