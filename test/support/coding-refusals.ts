import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { readDocument } from '#contract';
import { challenge, type CodingStage, fullLimit, type Person } from './coding.js';
import { type Request, send } from './http.js';

/** Nothing that an operation does gets by without one of them. */
const tables = ['coding_profile', 'coding_session', 'password'];

/**
 * The refusals that do not depend on what an operation does: of callers, media types, sizes, too many requests, and the
 * server's own faults. `request` is one that the operation would take from somebody who is signed in.
 */
export function refusesAsEveryOperation(stage: CodingStage, operation: string, request: Request): void {
  const { security, input } = readDocument('coding').operations.get(operation)!;
  let person: Person;
  const asked = (): Request => (security.length > 0 ? { ...request, as: person } : request);

  beforeAll(async () => {
    person = await stage.person();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  if (security.length > 0) refusesStrangers(stage, request, () => person);
  if (input.body?.mediaTypes.includes('application/json')) refusesBodies(stage, asked);
  refusesTooMany(stage, asked);

  it('406 for a client that takes none of the media types', async () => {
    const headers = { accept: 'text/html, application/json;q=0' };
    expect(await send(stage.url, { ...asked(), headers })).toEqual({
      status: 406,
      headers: { ...fullLimit, 'content-type': 'application/json', 'content-length': '26' },
      body: { error: 'Not Acceptable' },
    });
  });

  it('500 when the database fails, which is logged and not told', async () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    for (const table of tables) await stage.sql(`alter table ${table} rename to hidden_${table}`);
    try {
      await stage.refuses(asked(), 500, 'Internal Server Error');
    } finally {
      for (const table of tables) await stage.sql(`alter table hidden_${table} rename to ${table}`);
    }
    expect(log.mock.calls.join()).toMatch(new RegExp(`(${tables.join('|')})`));
  });
}

/** Whoever is no caller is told so whatever else is wrong. */
function refusesStrangers(stage: CodingStage, { method, path }: Request, person: () => Person): void {
  const junk = method === 'GET' ? {} : { body: '{"', headers: { 'content-type': 'application/json' } };

  it.each<[string, () => string | undefined]>([
    ['no token', () => undefined],
    ['an empty one', () => 'Bearer'],
    ['an unknown one', () => 'Bearer 4kPz9sVbT1yQm7WdR3uXf0HnJc6LgEa2'],
    ['one of another scheme', () => `Basic ${person().token}`],
  ])('401 for %s, whatever else is wrong', async (_, written) => {
    const authorization = written();
    const as = authorization === undefined ? undefined : { authorization };
    await stage.refuses({ method, path, ...junk, as }, 401, 'You are not authorized', { headers: challenge });
  });
}

function refusesBodies(stage: CodingStage, asked: () => Request): void {
  it('413 for a body of 3 MiB', async () => {
    const json = { padding: 'x'.repeat(3 * 1024 * 1024) };
    await stage.refuses({ ...asked(), json }, 413, 'The body is larger than 2097152 bytes');
  });

  it('415 for a body that is not called JSON', async () => {
    const { json, ...bare } = asked();
    const request = { ...bare, body: JSON.stringify(json) };
    await stage.refuses(request, 415, 'Content-Type must be application/json');
  });
}

function refusesTooMany(stage: CodingStage, asked: () => Request): void {
  it('429 for the eleventh request of a minute, and no more once six seconds have passed', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { url } = await stage.start({ RATE_LIMITS: 'on' });
    // A request that is refused for what it is has been counted, and changes nothing.
    const count = () => send(url, { ...asked(), headers: { accept: 'text/html' } });
    for (const remaining of [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]) {
      expect(await count()).toMatchObject({
        status: 406,
        headers: { 'ratelimit-remaining': String(remaining), 'ratelimit-reset': remaining > 0 ? '0' : '6' },
      });
    }
    const refused = (seconds: string) => ({
      url,
      headers: {
        'ratelimit-limit': '10', 'ratelimit-remaining': '0', 'ratelimit-reset': seconds, 'retry-after': seconds,
      },
    });
    await stage.refuses(asked(), 429, 'Too Many Requests', refused('6'));
    vi.advanceTimersByTime(5999);
    await stage.refuses(asked(), 429, 'Too Many Requests', refused('1'));
    vi.advanceTimersByTime(1);
    expect(await count()).toMatchObject({ status: 406 });
  });
}
