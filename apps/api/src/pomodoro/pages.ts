export const pageSize = 25;

export interface Pagination {
  readonly current_page: number;
  readonly total_pages: number;
  readonly total_count: number;
}

/** The number that a text begins with, or 1 if that is none from 1 on. */
export function pageNumber(given: string | number = 1): number {
  const number = typeof given === 'number' ? given : Number(/^\s*\+?(\d+)/.exec(given)?.[1] ?? 1);
  return Math.min(Math.max(number, 1), Number.MAX_SAFE_INTEGER);
}

export function paginate(page: number, count: number): Pagination {
  return { current_page: page, total_pages: Math.ceil(count / pageSize), total_count: count };
}

/** How many items come before a page, or undefined for a page beyond the end. */
export function offsetOf(page: number, count: number): number | undefined {
  const offset = (page - 1) * pageSize;
  return offset < count ? offset : undefined;
}
