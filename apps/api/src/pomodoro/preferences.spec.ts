import { describe, expect, it } from 'vitest';
import type { Scalar } from './fields.js';
import { pictureOf, preferenceRules } from './preferences.js';

const cases: readonly [keyof typeof preferenceRules, Scalar, unknown][] = [
  ['color', '#00CCff', { value: '#00CCff' }],
  ['color', null, { value: null }],
  ['color', ' ', { value: null }],
  ['color', '#0cf', { fault: 'is invalid' }],
  ['color', '00ccff', { fault: 'is invalid' }],
  ['color', '#00ccff ', { fault: 'is invalid' }],
  ['color', '#00ccff\n', { fault: 'is invalid' }],
  ['color', 123_456, { fault: 'is invalid' }],
  ['volume', 3.9, { value: 3 }],
  ['volume', '2.7', { value: 2 }],
  ['volume', '1e0', { value: 1 }],
  ['volume', null, { value: null }],
  ['volume', '', { fault: 'is not a number' }],
  ['volume', '  ', { fault: 'is not a number' }],
  ['volume', true, { fault: 'is not a number' }],
  ['volume', -0.5, { fault: 'must be greater than or equal to 0' }],
  ['volume', 4, { fault: 'must be less than 4' }],
  ['volume', 1e300, { fault: 'must be less than 4' }],
  ['currency', 'CHF', { value: 'CHF' }],
  ['currency', '', { value: null }],
  ['currency', null, { value: null }],
  ['currency', 'eur', { fault: 'is not included in the list' }],
  ['currency', 'CAD', { fault: 'is not included in the list' }],
  ['currency', 'toString', { fault: 'is not included in the list' }],
  ['currency', 5, { fault: 'is not included in the list' }],
  ['time_zone', 'Europe/Rome', { value: 'Europe/Rome' }],
  ['time_zone', 'Rome', { value: 'Rome' }],
  ['time_zone', '', { value: null }],
  ['time_zone', 'Moon/Tycho', { fault: 'is invalid' }],
  ['time_zone', 'europe/rome', { fault: 'is invalid' }],
  ['time_zone', '+02:00', { fault: 'is invalid' }],
  ['time_zone', 1, { fault: 'is invalid' }],
  ['name', 5, { value: '5' }],
  ['name', true, { value: 'true' }],
  ['name', ' Aino ', { value: ' Aino ' }],
  ['email', 'no address', { value: 'no address' }],
];

describe('preferenceRules', () => {
  it.each(cases)('make of %s %j %j', (name, given, checked) => {
    expect(preferenceRules[name](given)).toEqual(checked);
  });
});

describe('pictureOf', () => {
  it.each([
    ['me.png', 'github.png', 'me.png'],
    [null, 'github.png', 'github.png'],
    ['', 'github.png', 'user.png'],
    ['  ', null, 'user.png'],
    [null, null, 'user.png'],
    [null, '', 'user.png'],
  ])('makes of %j and GitHub\'s %j %s', (chosen, ofGitHub, picture) => {
    expect(pictureOf(chosen, ofGitHub)).toBe(picture);
  });
});
