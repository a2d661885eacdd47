import { describe, expect, it } from 'vitest';
import { rfc3339, rfc3339Seconds } from './timestamps.js';

describe('rfc3339', () => {
  it.each([
    ['2019-03-13T09:45:21.000Z', '2019-03-13T09:45:21Z'],
    ['2019-03-13T09:45:20.000Z', '2019-03-13T09:45:20Z'],
    ['2019-03-13T09:00:00.000Z', '2019-03-13T09:00:00Z'],
    ['2019-03-13T09:45:21.500Z', '2019-03-13T09:45:21.5Z'],
    ['2019-03-13T09:45:20.050Z', '2019-03-13T09:45:20.05Z'],
    ['2019-03-13T09:45:20.007Z', '2019-03-13T09:45:20.007Z'],
  ])('writes %s as %s', (iso, text) => {
    expect(rfc3339(Date.parse(iso))).toBe(text);
  });
});

describe('rfc3339Seconds', () => {
  it('rounds down', () => {
    expect(rfc3339Seconds(Date.parse('2019-03-13T09:45:20.999Z'))).toBe('2019-03-13T09:45:20Z');
  });
});
