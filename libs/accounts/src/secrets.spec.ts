import { describe, expect, it } from 'vitest';
import { alphanumeric, randomSecret } from './secrets.js';

describe('randomSecret', () => {
  it('has the length that was asked for and only characters of the alphabet', () => {
    expect(randomSecret(32)).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(randomSecret(40, '0123456789abcdef')).toMatch(/^[0-9a-f]{40}$/);
    expect(randomSecret(0)).toBe('');
  });

  it('never repeats itself', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => randomSecret(24))).size).toBe(1_000);
  });

  it('favours no character of the alphabet', () => {
    const counts = new Map<string, number>();
    const drawn = 620_000;
    for (const character of randomSecret(drawn)) counts.set(character, (counts.get(character) ?? 0) + 1);
    const expected = drawn / alphanumeric.length;
    const deviations = [...alphanumeric].map((character) => (counts.get(character) ?? 0) - expected);
    const chiSquared = deviations.reduce((sum, deviation) => sum + deviation ** 2 / expected, 0);
    // With 61 degrees of freedom a fair draw exceeds 150 less than once in a hundred million; bias gives thousands.
    expect(chiSquared).toBeLessThan(150);
  });

  it('refuses an alphabet that a byte cannot index, or that holds nothing', () => {
    expect(() => randomSecret(1, '')).toThrow(RangeError);
    expect(() => randomSecret(1, 'x'.repeat(257))).toThrow(RangeError);
  });
});
