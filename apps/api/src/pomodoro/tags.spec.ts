import { describe, expect, it } from 'vitest';
import { tagsOf } from './tags.js';

describe('tagsOf', () => {
  it.each([
    ['one, two', ['one', 'two']],
    ['  one ,two words  ,, One,one,', ['one', 'two words', 'One', 'one']],
    ['a;b, é', ['a;b', 'é']],
    ['one,one', ['one', 'one']],
    ['', []],
    [' , ,\t,\n', []],
    ['\u00a0,\u00a0a\u00a0', ['\u00a0a\u00a0']],
    ['__proto__, constructor', ['__proto__', 'constructor']],
    ['a\nb', ['a\nb']],
  ])('makes of %j %j', (list, tags) => {
    expect(tagsOf(list)).toEqual(tags);
  });

  it('is not slowed down by white space', () => {
    expect(tagsOf(`a${' '.repeat(60_000)}b${' '.repeat(60_000)}`)).toHaveLength(1);
    expect(tagsOf(' '.repeat(60_000))).toEqual([]);
  });
});
