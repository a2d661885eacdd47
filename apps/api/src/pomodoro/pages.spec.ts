import { describe, expect, it } from 'vitest';
import { offsetOf, pageNumber, paginate } from './pages.js';

describe('pageNumber', () => {
  it.each<[string | number | undefined, number]>([
    [undefined, 1], ['', 1], ['abc', 1], [0, 1], [-1, 1], ['1.9', 1], ['2abc', 2], [' 2', 2], ['+3', 3], [4, 4],
    ['-2', 1], [1e12, 1e12],
    [1e30, Number.MAX_SAFE_INTEGER], ['9'.repeat(400), Number.MAX_SAFE_INTEGER], ['\u00a02', 2], ['1e3', 1],
  ])('of %j is %d', (given, page) => {
    expect(pageNumber(given)).toBe(page);
  });
});

describe('paginate', () => {
  it.each([[0, 0], [1, 1], [25, 1], [26, 2], [50, 2], [51, 3]])('of %d items makes %d pages', (count, pages) => {
    expect(paginate(1, count)).toEqual({ current_page: 1, total_pages: pages, total_count: count });
  });
});

describe('offsetOf', () => {
  it.each([[1, 0, undefined], [1, 1, 0], [2, 25, undefined], [2, 26, 25], [Number.MAX_SAFE_INTEGER, 26, undefined]])(
    'of page %d of %d items is %s', (page, count, offset) => {
      expect(offsetOf(page, count)).toBe(offset);
    },
  );
});
