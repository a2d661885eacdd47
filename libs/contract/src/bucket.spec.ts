import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { take, type Bucket, type Rate } from './bucket.js';

const rates = fc.record({ limit: fc.integer({ min: 1, max: 50 }), ttlMs: fc.integer({ min: 1, max: 100_000 }) });
/** Pauses in fractions of what one slot takes, so that each rate is tried at, below and above its limit. */
const pauses = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 3, noNaN: true })), { maxLength: 200 });

const timesMs = ({ limit, ttlMs }: Rate, slots: readonly number[], startMs = 1_000): number[] => {
  let nowMs = startMs;
  return slots.map((slot) => (nowMs += Math.round((slot * ttlMs) / limit)));
};

function run(rate: Rate, moments: readonly number[], start?: Bucket) {
  let bucket = start;
  return moments.map((nowMs) => {
    const verdict = take(bucket, rate, nowMs);
    bucket = verdict.bucket;
    return { ...verdict, nowMs };
  });
}

const allowed = (rate: Rate, moments: readonly number[]) => run(rate, moments).map((verdict) => verdict.isAllowed);

describe('take', () => {
  it('lets through, in any window, the burst and what the window gives back, and no more', () => {
    fc.assert(
      fc.property(rates, pauses, (rate, slots) => {
        const passed = run(rate, timesMs(rate, slots)).filter((verdict) => verdict.isAllowed);
        for (const [first, { nowMs: fromMs }] of passed.entries()) {
          for (const [last, { nowMs: toMs }] of passed.entries()) {
            if (last < first) continue;
            expect(last - first + 1).toBeLessThanOrEqual(rate.limit + ((toMs - fromMs) * rate.limit) / rate.ttlMs);
          }
        }
      }),
    );
  });

  it('lets the whole burst through at once, whatever the rate', () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 0, max: 1e12 }), (rate, nowMs) => {
        const verdicts = run(rate, Array<number>(rate.limit + 1).fill(nowMs));
        const remaining = verdicts.map((verdict) => verdict.remaining);
        expect(remaining).toEqual([...Array(rate.limit).keys()].reverse().concat(0));
        expect(verdicts.map((verdict) => verdict.isAllowed)).toEqual([...Array(rate.limit).fill(true), false]);
      }),
    );
  });

  it('is GCRA: a request passes unless it comes a burst earlier than its theoretical arrival time', () => {
    fc.assert(
      fc.property(rates, pauses, (rate, slots) => {
        const moments = timesMs(rate, slots);
        let arrival = 0n; // in milliseconds times the limit, so that the slot is a whole number
        const expected = moments.map((nowMs) => {
          const now = BigInt(nowMs * rate.limit);
          const next = (arrival > now ? arrival : now) + BigInt(rate.ttlMs);
          if (next - now > BigInt(rate.ttlMs * rate.limit)) return false;
          arrival = next;
          return true;
        });
        expect(allowed(rate, moments)).toEqual(expected);
      }),
    );
  });

  it('is a token bucket: a token comes back every ttl / limit until the bucket is full', () => {
    fc.assert(
      fc.property(rates, pauses, (rate, slots) => {
        const moments = timesMs(rate, slots);
        let tokens = rate.limit;
        let grown = 0; // of the next token, in milliseconds times the limit
        let beforeMs = moments[0] ?? 0;
        const expected = moments.map((nowMs) => {
          grown += (nowMs - beforeMs) * rate.limit;
          beforeMs = nowMs;
          tokens += Math.floor(grown / rate.ttlMs);
          grown %= rate.ttlMs;
          if (tokens >= rate.limit) [tokens, grown] = [rate.limit, 0];
          if (tokens === 0) return false;
          tokens -= 1;
          return true;
        });
        expect(allowed(rate, moments)).toEqual(expected);
      }),
    );
  });

  it('says to the millisecond when the next request is free', () => {
    fc.assert(
      fc.property(rates, pauses, (rate, slots) => {
        for (const { bucket, remaining, waitMs, nowMs } of run(rate, timesMs(rate, slots))) {
          expect(waitMs > 0).toBe(remaining === 0);
          expect(take(bucket, rate, nowMs + waitMs).isAllowed).toBe(true);
          if (waitMs > 0) expect(take(bucket, rate, nowMs + waitMs - 1).isAllowed).toBe(false);
        }
      }),
    );
  });

  it('never refuses for a longer wait what it lets through for a shorter one', () => {
    fc.assert(
      fc.property(rates, pauses, fc.nat(200_000), fc.nat(200_000), (rate, slots, shortMs, moreMs) => {
        const moments = timesMs(rate, slots);
        const { bucket, nowMs } = run(rate, moments).at(-1) ?? { bucket: undefined, nowMs: 0 };
        const early = take(bucket, rate, nowMs + shortMs);
        const late = take(bucket, rate, nowMs + shortMs + moreMs);
        expect(late.isAllowed || !early.isAllowed).toBe(true);
        expect(late.remaining).toBeGreaterThanOrEqual(early.remaining);
      }),
    );
  });

  it('forgets a refused request', () => {
    fc.assert(
      fc.property(rates, pauses, (rate, slots) => {
        const verdicts = run(rate, timesMs(rate, slots));
        const passed = verdicts.filter((verdict) => verdict.isAllowed);
        const again = run(rate, passed.map((verdict) => verdict.nowMs));
        expect(again).toEqual(passed);
      }),
    );
  });

  it('is as new after one ttl of silence', () => {
    fc.assert(
      fc.property(rates, pauses, (rate, slots) => {
        const moments = timesMs(rate, slots);
        const last = run(rate, moments).at(-1);
        const laterMs = (last?.nowMs ?? 0) + rate.ttlMs;
        expect(take(last?.bucket, rate, laterMs)).toEqual(take(undefined, rate, laterMs));
      }),
    );
  });

  it('gives nothing away when the clock goes backwards, and recovers from there', () => {
    fc.assert(
      fc.property(rates, pauses, fc.integer({ min: 1, max: 1e9 }), (rate, slots, backMs) => {
        const last = run(rate, timesMs(rate, slots, 1e10)).at(-1);
        fc.pre(last !== undefined);
        const nowMs = last.nowMs - backMs;
        const jumped = take(last.bucket, rate, nowMs);
        expect(jumped.remaining).toBe(Math.max(0, last.remaining - 1));
        expect(take(jumped.bucket, rate, nowMs + rate.ttlMs)).toEqual(take(undefined, rate, nowMs + rate.ttlMs));
      }),
    );
  });
});
