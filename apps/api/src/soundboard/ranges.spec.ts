import { describe, expect, it } from 'vitest';
import { matchesTag, partOf, rangeOf } from './ranges.js';

describe('rangeOf', () => {
  it.each([
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=2-5', { start: 2, end: 5 }],
    ['bytes=2-', { start: 2, end: 9 }],
    ['bytes=2-99', { start: 2, end: 9 }],
    ['bytes=9-9', { start: 9, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-99', { start: 0, end: 9 }],
    ['Bytes = 2 - 5', { start: 2, end: 5 }],
  ])('reads %s', (header, range) => {
    expect(rangeOf(header, 10)).toEqual(range);
  });

  it.each(['bytes=10-', 'bytes=10-20', 'bytes=99-', 'bytes=-0'])('has nothing for %s', (header) => {
    expect(rangeOf(header, 10)).toBe('unsatisfiable');
  });

  it('has nothing of an empty file', () => {
    expect(rangeOf('bytes=0-', 0)).toBe('unsatisfiable');
    expect(rangeOf('bytes=-5', 0)).toBe('unsatisfiable');
  });

  it.each([undefined, '', 'bytes', 'bytes=', 'bytes=-', 'bytes=5-2', 'bytes=0-1,4-5', 'bytes=a-b', 'items=0-1', 'bytes=+1-2'])(
    'takes %s for the whole file',
    (header) => {
      expect(rangeOf(header, 10)).toBeUndefined();
    },
  );
});

describe('matchesTag', () => {
  it.each(['"a"', '*', 'W/"a"', '"b", "a"', '"b" , W/"a"'])('finds "a" in %s', (header) => {
    expect(matchesTag(header, '"a"')).toBe(true);
  });

  it.each([undefined, '', 'a', '"b"', '"A"', '"a'])('does not find "a" in %s', (header) => {
    expect(matchesTag(header, '"a"')).toBe(false);
  });
});

describe('partOf', () => {
  const file = { size: 10, tag: '"a"' };

  it('is the whole file, unless the client has it or wants less', () => {
    expect(partOf(file, {})).toEqual({ start: 0, end: 9, isWhole: true });
    expect(partOf(file, { Range: 'bytes=2-5' })).toEqual({ start: 2, end: 5, isWhole: false });
    expect(partOf(file, { Range: 'bytes=2-5', 'If-None-Match': '"a"' })).toBe('unchanged');
    expect(partOf(file, { Range: 'bytes=10-', 'If-None-Match': '"b"' })).toBe('unsatisfiable');
  });

  it('is a range of that very file only which the client means', () => {
    expect(partOf(file, { Range: 'bytes=2-5', 'If-Range': '"a"' })).toMatchObject({ isWhole: false });
    expect(partOf(file, { Range: 'bytes=2-5', 'If-Range': 'W/"a"' })).toMatchObject({ isWhole: true });
    expect(partOf(file, { Range: 'bytes=10-', 'If-Range': '"b"' })).toMatchObject({ isWhole: true });
  });
});
