import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LimitStore } from './limit-store.js';

const algorithms = ['gcra', 'token-bucket'] as const;

function storeAt(startMs: number, options: { maxKeys?: number } = {}) {
  let nowMs = startMs;
  const store = new LimitStore({ ...options, clock: () => nowMs });
  return {
    store,
    pass: (ms: number) => (nowMs += ms),
    hit: (key = 'caller', limit = 5, ttlMs = 10_000, algorithm: string = 'token-bucket') =>
      store.increment(key, ttlMs, limit, 0, algorithm),
  };
}

describe('LimitStore', () => {
  it('answers as the soundboard does: five at once, one back every 2000 ms', async () => {
    const { hit, pass } = storeAt(0.7);
    const remaining = [];
    for (let request = 0; request < 5; request += 1) remaining.push(5 - (await hit()).totalHits);
    expect(remaining).toEqual([4, 3, 2, 1, 0]);

    const refused = { totalHits: 6, isBlocked: true };
    expect(await hit()).toEqual({ ...refused, timeToExpire: 2000, timeToBlockExpire: 2000 });
    pass(1000);
    expect(await hit()).toEqual({ ...refused, timeToExpire: 1000, timeToBlockExpire: 1000 });
    pass(1100);
    expect(await hit()).toEqual({ totalHits: 5, isBlocked: false, timeToExpire: 1900, timeToBlockExpire: 0 });
  });

  it('says 0 ms while requests remain, and the wait with the last of them', async () => {
    const { hit } = storeAt(0);
    expect(await hit('caller', 2, 60_000, 'gcra')).toMatchObject({ totalHits: 1, timeToExpire: 0 });
    expect(await hit('caller', 2, 60_000, 'gcra')).toMatchObject({ totalHits: 2, timeToExpire: 30_000 });
  });

  it.each(algorithms)('%s is exact under parallel calls', async (algorithm) => {
    const store = new LimitStore({ clock: () => 0 });
    const calls = Array.from({ length: 500 }, () => store.increment('caller', 60_000, 10, 0, algorithm));
    const records = await Promise.all(calls);
    expect(records.filter((record) => !record.isBlocked)).toHaveLength(10);
  });

  it('counts each key by itself', async () => {
    const { hit } = storeAt(0);
    await hit('one', 1);
    expect(await hit('one', 1)).toMatchObject({ isBlocked: true });
    expect(await hit('two', 1)).toMatchObject({ isBlocked: false });
  });

  it('refuses an algorithm that it does not know', async () => {
    await expect(storeAt(0).hit('caller', 5, 1000, 'default')).rejects.toThrow("no rate limit algorithm 'default'");
  });

  it('stays within its bound and forgets the caller that was silent longest', async () => {
    const { store, hit } = storeAt(0, { maxKeys: 3 });
    for (const key of ['a', 'b', 'c', 'a', 'd']) await hit(key, 1);
    expect(store.size).toBe(3);
    expect(await hit('a', 1)).toMatchObject({ isBlocked: true });
    expect(await hit('b', 1)).toMatchObject({ isBlocked: false });
  });

  it('drops callers that owe nothing any more as others come', async () => {
    const { store, hit, pass } = storeAt(0);
    for (let key = 0; key < 1000; key += 1) await hit(`early ${key}`);
    pass(2001);
    for (let key = 0; key < 500; key += 1) await hit(`late ${key}`);
    expect(store.size).toBe(500);
  });

  it('treats the latest callers, up to its bound, as a store of their own would, and others as new', async () => {
    const calls = fc.array(fc.tuple(fc.nat(12), fc.nat(300)), { maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(calls, fc.integer({ min: 1, max: 10 }), async (steps, maxKeys) => {
        const bounded = storeAt(0, { maxKeys });
        const latest = new Map<string, ReturnType<typeof storeAt>>();
        for (const [number, pauseMs] of steps) {
          const key = String(number);
          const own = latest.get(key) ?? storeAt(0);
          latest.delete(key);
          latest.set(key, own);
          for (const oldest of [...latest.keys()].slice(0, -maxKeys)) latest.delete(oldest);

          for (const clock of [bounded, ...latest.values()]) clock.pass(pauseMs);
          expect(await bounded.hit(key, 2, 1000)).toEqual(await own.hit(key, 2, 1000));
          expect(bounded.store.size).toBeLessThanOrEqual(maxKeys);
        }
      }),
    );
  });
});
