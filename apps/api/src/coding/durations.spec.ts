import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDuration, wholeSeconds } from './durations.js';

describe('isoDuration', () => {
  it.each([
    [0, 'PT0S'],
    [1, 'PT0.001S'],
    [1318, 'PT1.318S'],
    [895_100, 'PT895.1S'],
    [900_000, 'PT900S'],
    [86_400_000, 'PT86400S'],
  ])('prints %i ms as %s', (durationMs, text) => {
    expect(isoDuration(durationMs)).toBe(text);
  });

  it('loses no millisecond of any duration', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e14 }), (durationMs) => {
        const [, seconds, fraction = ''] = /^PT(0|[1-9]\d*)(?:\.(\d{0,2}[1-9]))?S$/.exec(isoDuration(durationMs)) ?? [];
        expect(Number(seconds) * 1000 + Number(fraction.padEnd(3, '0'))).toBe(durationMs);
      }),
    );
  });
});

describe('wholeSeconds', () => {
  it.each([
    [0, 0],
    [999, 0],
    [1000, 1],
    [59_999, 59],
    [-1, 0],
    [-5_000, 0],
    [2_147_483_647_000, 2_147_483_647],
    [2_147_483_648_000, 2_147_483_647],
    [Number.MAX_SAFE_INTEGER, 2_147_483_647],
  ])('keeps %i ms as %i s', (durationMs, seconds) => {
    expect(wholeSeconds(durationMs)).toBe(seconds);
  });
});
