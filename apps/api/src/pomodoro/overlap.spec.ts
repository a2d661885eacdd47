import { describe, expect, it } from 'vitest';
import { inWords, waitMs } from './overlap.js';

describe('waitMs', () => {
  it.each([
    [undefined, 0],
    [0, 1_500_000],
    [10, 1_499_990],
    [1_499_999, 1],
    [1_500_000, 0],
    [9_999_999, 0],
    [-60_000, 1_560_000],
  ])('after %s ms is %d', (elapsedMs, wait) => {
    const nowMs = Date.parse('2026-11-22T12:00:00Z');
    expect(waitMs(elapsedMs === undefined ? undefined : nowMs - elapsedMs, nowMs)).toBe(wait);
  });
});

describe('inWords', () => {
  it.each([
    [1_499_990, '24 minutes, 59 seconds'],
    [1_441_000, '24 minutes, 1 second'],
    [1_440_000, '24 minutes'],
    [119_000, '1 minute, 59 seconds'],
    [60_500, '1 minute'],
    [60_000, '1 minute'],
    [59_999, '59 seconds'],
    [1_999, '1 second'],
    [999, ''],
    [3_600_000, '1 hour'],
    [183_845_000, '2 days, 3 hours, 4 minutes, 5 seconds'],
  ])('says %d ms as "%s"', (durationMs, words) => {
    expect(inWords(durationMs)).toBe(words);
  });
});
