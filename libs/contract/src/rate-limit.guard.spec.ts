import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Fixture, serve, type Served } from '../fixtures/serve.js';
import { send } from '../fixtures/wire.js';

let api: Served;
afterEach(async () => {
  vi.useRealTimers();
  await api.close();
});

const start = async (options: Fixture = {}) => void (api = await serve('limits', options));
const person = (account: number) => ({ headers: { authorization: `Bearer good-${account}` } });

/** The status of a request, and what it is told of the limit. */
async function told(path: string, init: RequestInit = {}, names = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after']) {
  const { status, headers } = await send(api.url, `GET ${path}`, init);
  return [status, ...names.map((name) => headers[name])];
}

describe('a limit of the document', () => {
  it('is shared by its operations, and counts each caller and each address by itself', async () => {
    await start();
    expect(await told('/limits/one', person(1))).toEqual([200, '3', '2', '0', undefined]);
    expect(await told('/limits/two', person(1))).toEqual([200, '3', '1', '0', undefined]);
    expect(await told('/limits/one', person(1))).toEqual([200, '3', '0', '20', undefined]);
    expect(await told('/limits/two', person(1))).toEqual([429, '3', '0', '20', '20']);
    expect(await told('/limits/two', person(2))).toEqual([200, '3', '2', '0', undefined]);
    expect(await told('/limits/two')).toEqual([200, '3', '2', '0', undefined]);
  });

  it('gives back one request after another', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    await start();
    for (let count = 0; count < 4; count++) await told('/limits/one', person(1));
    vi.advanceTimersByTime(19_001);
    expect(await told('/limits/one', person(1))).toEqual([429, '3', '0', '1', '1']);
    vi.advanceTimersByTime(1000);
    expect(await told('/limits/one', person(1))).toEqual([200, '3', '0', '20', undefined]);
    vi.advanceTimersByTime(60_000);
    expect(await told('/limits/one', person(1))).toEqual([200, '3', '2', '0', undefined]);
  });

  it('does not count who is not let in', async () => {
    await start();
    expect(await told('/limits/one', { headers: { authorization: 'Bearer bad' } })).toEqual([401, undefined, undefined, undefined, undefined]);
    expect(await told('/limits/one')).toEqual([200, '3', '2', '0', undefined]);
  });

  it('counts what is refused later', async () => {
    await start({ handlers: { getOne: () => { throw new Error('a bug'); } } });
    expect(await told('/limits/one')).toEqual([500, '3', '2', '0', undefined]);
  });
});

describe('a limit of an operation', () => {
  const names = ['x-limit', 'x-remaining', 'x-reset', 'retry-after'];

  it('stands by itself, with the headers and the unit that it names, and counts addresses whoever sends', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    await start();
    expect(await told('/limits/own', person(1), names)).toEqual([200, '2', '1', '0', undefined]);
    expect(await told('/limits/own', person(2), names)).toEqual([200, '2', '0', '5000', undefined]);
    vi.advanceTimersByTime(1500);
    expect(await told('/limits/own', person(3), names)).toEqual([429, '2', '0', '3500', '4']);
    expect(await told('/limits/one', person(1))).toEqual([200, '3', '2', '0', undefined]);
  });

  it('may be none', async () => {
    await start();
    for (let count = 0; count < 5; count++) expect(await told('/limits/free')).toEqual([200, undefined, undefined, undefined, undefined]);
  });
});

it('limits that the operator has lifted are told as full ones', async () => {
  await start({ isLimiting: false });
  for (let count = 0; count < 5; count++) expect(await told('/limits/one', person(1))).toEqual([200, '3', '3', '0', undefined]);
});

it('HEAD counts like GET', async () => {
  await start();
  expect((await send(api.url, 'HEAD /limits/one', person(1))).headers).toMatchObject({ 'ratelimit-remaining': '2' });
  expect(await told('/limits/one', person(1))).toEqual([200, '3', '1', '0', undefined]);
});
