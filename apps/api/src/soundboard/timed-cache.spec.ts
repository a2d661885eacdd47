import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TimedCache } from './timed-cache.js';

describe('TimedCache', () => {
  let asked: string[];
  const asks = (answer: string) => async () => {
    asked.push(answer);
    return answer;
  };

  beforeEach(() => {
    asked = [];
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
  });
  afterEach(() => void vi.useRealTimers());

  it('asks once for as long as an answer holds', async () => {
    const cache = new TimedCache<string>(1000);
    expect(await cache.get('key', asks('first'))).toBe('first');
    vi.setSystemTime(999);
    expect(await cache.get('key', asks('second'))).toBe('first');
    vi.setSystemTime(1000);
    expect(await cache.get('key', asks('third'))).toBe('third');
    expect(asked).toEqual(['first', 'third']);
  });

  it('asks once for all who wait, however long it takes', async () => {
    const cache = new TimedCache<string>(1000);
    const { promise, resolve } = Promise.withResolvers<string>();
    const first = cache.get('key', () => promise);
    vi.setSystemTime(5000);
    const second = cache.get('key', asks('second'));
    resolve('first');
    expect(await Promise.all([first, second])).toEqual(['first', 'first']);
    vi.setSystemTime(5999);
    expect(await cache.get('key', asks('third'))).toBe('first');
  });

  it('takes a failure for no answer', async () => {
    const cache = new TimedCache<string>(1000);
    const failing = cache.get('key', () => Promise.reject(new Error('down')));
    await expect(failing).rejects.toThrow('down');
    expect(await cache.get('key', asks('second'))).toBe('second');
  });

  it('does not lose a newer answer to an older failure', async () => {
    const cache = new TimedCache<string>(1000);
    const { promise, reject } = Promise.withResolvers<string>();
    const failing = cache.get('key', () => promise);
    expect(await cache.renew('key', asks('second'))).toBe('second');
    reject(new Error('down'));
    await expect(failing).rejects.toThrow('down');
    expect(await cache.get('key', asks('third'))).toBe('second');
  });

  it('forgets what was asked for longest ago', async () => {
    const cache = new TimedCache<string>(1000, 2);
    for (const key of ['a', 'b', 'c']) await cache.get(key, asks(key));
    await cache.get('b', asks('b again'));
    await cache.get('a', asks('a again'));
    expect(asked).toEqual(['a', 'b', 'c', 'a again']);
  });
});
