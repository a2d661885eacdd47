/** A limit of requests, all of them given back, evenly, in `ttlMs`. */
export interface Rate {
  readonly limit: number;
  readonly ttlMs: number;
}

/**
 * What a caller has used up. A request costs `ttlMs` of debt and every millisecond forgives `limit` of it, so a slot is
 * free again after `ttlMs / limit` and yet no fraction is ever rounded: counted in milliseconds, seven slots a minute
 * would let six through, or eight.
 */
export interface Bucket {
  readonly debt: number;
  readonly atMs: number;
}

export interface Verdict {
  readonly isAllowed: boolean;
  /** Requests that would be let through at this very moment, after this one. */
  readonly remaining: number;
  /** Until the next request is let through, rounded up; 0 while some remain. */
  readonly waitMs: number;
}

/**
 * The debt left at a later moment. A clock that went backwards forgives nothing, but counts on from where it now
 * stands, so that nobody stays locked out until it has caught up.
 */
export const debtAt = (bucket: Bucket, limit: number, nowMs: number): number =>
  Math.max(0, bucket.debt - limit * Math.max(0, nowMs - bucket.atMs));

/**
 * Decides on one request; a refused one costs nothing. This is GCRA with a burst of `limit` and the token bucket of
 * `limit` tokens alike: they are one rule, told once by when a bucket is full again and once by how full it is.
 * Exact for whole milliseconds.
 */
export function take(bucket: Bucket | undefined, { limit, ttlMs }: Rate, nowMs: number): Verdict & { bucket: Bucket } {
  const capacity = limit * ttlMs;
  const owed = bucket === undefined ? 0 : debtAt(bucket, limit, nowMs);
  const isAllowed = owed + ttlMs <= capacity;
  const debt = isAllowed ? owed + ttlMs : owed;
  return {
    bucket: { debt, atMs: nowMs },
    isAllowed,
    remaining: Math.floor((capacity - debt) / ttlMs),
    waitMs: Math.ceil(Math.max(0, debt + ttlMs - capacity) / limit),
  };
}
