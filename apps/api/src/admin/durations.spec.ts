import { describe, expect, it } from 'vitest';
import { durationMs } from './durations.js';

describe('durationMs', () => {
  it.each([
    ['1m', 60_000],
    ['90m', 5_400_000],
    ['12h', 43_200_000],
    ['30d', 2_592_000_000],
    ['3653d', 315_619_200_000],
  ])('reads %s', (text, lengthMs) => {
    expect(durationMs(text)).toBe(lengthMs);
  });

  it.each([
    '', '0d', '01d', '1', 'd', '-1d', '1.5h', '1 d', '1w', '30D', '3654d', '9999999d', '١d',
  ])('does not read "%s"', (text) => {
    expect(durationMs(text)).toBeUndefined();
  });
});
