import type { ThrottlerStorage } from '@nestjs/throttler';
import { debtAt, take, type Bucket } from './bucket.js';

type ThrottlerRecord = Awaited<ReturnType<ThrottlerStorage['increment']>>;

const algorithms: ReadonlySet<string> = new Set(['gcra', 'token-bucket']);

/**
 * Rate limits in this process's memory, behind `@nestjs/throttler`. It remembers at most `maxKeys` callers and forgets
 * the one that has been silent longest; who was forgotten starts anew. The clock is monotonic, so that setting the
 * machine's time neither frees anyone nor locks anyone out.
 */
export class LimitStore implements ThrottlerStorage {
  readonly #entries = new Map<string, Entry>();
  /** Closes the entries to a ring: the oldest is its `newer` and the newest its `older`. */
  readonly #ring = new Entry('');
  readonly #maxKeys: number;
  readonly #clock: () => number;

  constructor({ maxKeys = 100_000, clock = () => performance.now() } = {}) {
    this.#maxKeys = maxKeys;
    this.#clock = clock;
  }

  /** How many callers are remembered now. */
  get size(): number {
    return this.#entries.size;
  }

  /**
   * Counts one request of `key`, which always comes with the same `limit` and `ttlMs`. Nothing is awaited, so parallel
   * calls are decided one after the other. The record speaks in milliseconds where throttler's own storage has seconds:
   *
   * - `isBlocked`: the request is refused, and has cost nothing.
   * - `totalHits`: `limit` minus what remains after this request; `limit + 1` for a refused one.
   * - `timeToExpire`: until the next request is let through; 0 while some remain.
   * - `timeToBlockExpire`: the same for a refused request, else 0.
   *
   * A refusal puts nothing off, so throttler's `blockDuration` has no meaning here.
   */
  async increment(
    key: string,
    ttlMs: number,
    limit: number,
    _blockDurationMs: number,
    algorithm: string,
  ): Promise<ThrottlerRecord> {
    if (!algorithms.has(algorithm)) throw new RangeError(`There is no rate limit algorithm '${algorithm}'.`);
    const nowMs = Math.floor(this.#clock());
    const entry = this.#entries.get(key) ?? this.#add(key);
    const { bucket, isAllowed, remaining, waitMs } = take(entry.bucket, { limit, ttlMs }, nowMs);
    entry.bucket = bucket;
    entry.limit = limit;
    entry.moveBefore(this.#ring);
    this.#forget(nowMs);
    return {
      totalHits: isAllowed ? limit - remaining : limit + 1,
      timeToExpire: waitMs,
      isBlocked: !isAllowed,
      timeToBlockExpire: isAllowed ? 0 : waitMs,
    };
  }

  #add(key: string): Entry {
    const entry = new Entry(key);
    this.#entries.set(key, entry);
    return entry;
  }

  /** A call adds one entry at most and may drop two, so those that owe nothing any more vanish without a timer. */
  #forget(nowMs: number): void {
    for (let drops = 0; drops < 2; drops += 1) {
      const oldest = this.#ring.newer;
      if (oldest === this.#ring) return;
      if (this.#entries.size <= this.#maxKeys && oldest.owes(nowMs)) return;
      oldest.leave();
      this.#entries.delete(oldest.key);
    }
  }
}

/**
 * A caller's bucket, linked to its neighbours in the order of last use. A Map keeps that order by itself, but finding
 * its first key walks over every key deleted before, which under a flood of keys is most of the work.
 */
class Entry {
  limit = 0;
  bucket: Bucket | undefined;
  older: Entry = this;
  newer: Entry = this;

  constructor(readonly key: string) {}

  owes(nowMs: number): boolean {
    return this.bucket !== undefined && debtAt(this.bucket, this.limit, nowMs) > 0;
  }

  leave(): void {
    this.older.newer = this.newer;
    this.newer.older = this.older;
  }

  moveBefore(next: Entry): void {
    this.leave();
    this.older = next.older;
    this.newer = next;
    this.older.newer = this;
    next.older = this;
  }
}
