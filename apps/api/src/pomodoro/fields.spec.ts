import { describe, expect, it } from 'vitest';
import { amount, check, fieldsUnder, flag, numberOf, text, wholeAmount } from './fields.js';

const known = ['name', 'volume'];

describe('fieldsUnder', () => {
  it.each<[string, unknown]>([
    ['under the root', { user: { name: 'Aino', volume: 1 } }],
    ['without a root', { name: 'Aino', volume: 1 }],
    [
      'under the root, whatever else there is',
      { user: { name: 'Aino', volume: 1, id: 'x', __proto__: { a: 1 } }, name: 'Eero' },
    ],
  ])('finds fields %s', (_, body) => {
    expect([...fieldsUnder('user', body, known)!]).toEqual([['name', 'Aino'], ['volume', 1]]);
  });

  it('takes null for a value, and lists and objects for none', () => {
    expect([...fieldsUnder('user', { user: { name: null, volume: [1] } }, known)!]).toEqual([['name', null]]);
    expect(fieldsUnder('user', { user: { name: {}, volume: [1] } }, known)).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['nothing', undefined], ['null', null], ['a list', []], ['a number', 5], ['a text', 'user'],
    ['an empty object', {}],
    ['an empty root', { user: {} }], ['null for a root', { user: null, name: 'Aino' }],
    ['a text for a root', { user: 'x', name: 'Aino' }],
    ['a list for a root', { user: [{ name: 'Aino' }] }], ['unknown fields', { user: { nickname: 'Aino' } }],
    ['a name that objects inherit', { user: { toString: 1 } }],
  ])('finds none in %s', (_, body) => {
    expect(fieldsUnder('user', body, [...known, 'constructor'])).toBeUndefined();
  });
});

describe('check', () => {
  const rules = { volume: wholeAmount, rate: amount, name: text };

  it('gives what is to be stored of what is there', () => {
    expect(check(new Map<string, string | number>([['name', 5], ['volume', '7.9']]), rules)).toEqual({
      values: { name: '5', volume: 7 }, faults: undefined,
    });
  });

  it('tells all faults, in the order of the rules', () => {
    const { faults } = check(new Map<string, string | number>([['rate', 'x'], ['name', 'Aino'], ['volume', 0]]), rules);
    expect(JSON.stringify(faults)).toBe('{"volume":["must be greater than 0"],"rate":["is not a number"]}');
  });
});

describe('numberOf', () => {
  it.each<[string | number, number]>([
    [3, 3], [-0.5, -0.5], ['12.5', 12.5], [' 1 ', 1], ['+1', 1], ['-1', -1], ['1e3', 1000], ['1E-2', 0.01],
    ['1_000', 1000], ['1_0.2_5', 10.25], ['.5', 0.5],
    ['007', 7], ['\n1\t', 1],
  ])('reads %j as %d', (given, number) => {
    expect(numberOf(given)).toBe(number);
  });

  it.each([
    'loud', '', ' ', '1,5', '1,200', '0x1A', 'NaN', 'Infinity', '1e', '1_', '_1', '1__0', '1.', '.', '1 2', '1e400',
    '٣', true, false, null, Infinity, Number.NaN,
  ])('reads %j as no number', (given) => {
    expect(numberOf(given)).toBeUndefined();
  });

  it('gives up soon on what is almost a number', () => {
    for (const almost of [`${'1'.repeat(60_000)}x`, `${'1_'.repeat(30_000)}x`, `1${' '.repeat(60_000)}x`]) {
      expect(numberOf(almost)).toBeUndefined();
    }
  });
});

describe('amount', () => {
  it.each<[unknown, unknown]>([
    [50.5, { value: 50.5 }], ['12.5', { value: 12.5 }], [null, { value: null }], ['', { value: null }],
    ['  ', { value: null }], [1e-7, { value: 1e-7 }],
    [0, { fault: 'must be greater than 0' }], [-1, { fault: 'must be greater than 0' }],
    ['1,5', { fault: 'is not a number' }], [true, { fault: 'is not a number' }],
  ])('makes of %j %j', (given, checked) => {
    expect(amount(given as never)).toEqual(checked);
  });
});

describe('wholeAmount', () => {
  it.each<[unknown, unknown]>([
    [7.9, { value: 7 }], ['5.7', { value: 5 }], [0.5, { value: 0 }], ['1e3', { value: 1000 }],
    [100_000, { value: 100_000 }],
    [Number.MAX_SAFE_INTEGER, { value: Number.MAX_SAFE_INTEGER }],
    [2 ** 53, { fault: 'must be less than or equal to 9007199254740991' }],
    ['1e30', { fault: 'must be less than or equal to 9007199254740991' }], [-0.5, { fault: 'must be greater than 0' }],
  ])('makes of %j %j', (given, checked) => {
    expect(wholeAmount(given as never)).toEqual(checked);
  });
});

describe('flag', () => {
  it.each([true, 1, '1', 'true', 'TRUE', 't', 'yes', 'Y', 'on'])('takes %j for true', (given) => {
    expect(flag(given)).toEqual({ value: true });
  });

  it.each([false, 0, 2, null, '', 'abc', 'off', 'truee', ' true'])('takes %j for false', (given) => {
    expect(flag(given)).toEqual({ value: false });
  });
});
