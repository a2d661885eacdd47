import { Database, type Statement } from '#persistence';
import type { KnownCredential } from './credential-cache.js';

const precisionMs = 60_000;
const gatheringMs = 10_000;
const maxGathered = 1_000;

/**
 * Notes when credentials were used, and puts off the end of those that this renews: to the minute, and gathered, so that
 * no request waits for it.
 */
export class LastUses {
  readonly #database: Database;
  readonly #update: Statement<object>;
  #used = new Set<number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(database: Database) {
    this.#database = database;
    const ids = database.dialect === 'postgresql' ? 'jsonb_array_elements_text(cast(? as jsonb))' : 'json_each(?)';
    this.#update = database.statement(`
      update credential
      set last_used_at_ms = ?, expires_at_ms = case when renewal_ms is null then expires_at_ms else ? + renewal_ms end
      where id in (select cast(value as integer) from ${ids})`);
    database.beforeClose(() => this.write());
  }

  /** Notes a use unless one was noted within the last minute. */
  note(known: KnownCredential, nowMs: number): void {
    if (known.lastUsedAtMs !== null && nowMs - known.lastUsedAtMs < precisionMs) return;
    known.lastUsedAtMs = nowMs;
    if (known.renewalMs !== null) known.expiresAtMs = nowMs + known.renewalMs;
    this.#used.add(known.resolved.credential);
    // A use that could not be written is noted again with the next one, a minute later.
    this.#timer ??= setTimeout(() => void this.write().catch(() => {}), gatheringMs).unref();
    if (this.#used.size >= maxGathered) void this.write().catch(() => {});
  }

  /** Writes what was gathered, all with the present time. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#used.size === 0) return;
    const ids = JSON.stringify([...this.#used]);
    this.#used = new Set();
    const nowMs = Date.now();
    await this.#database.write((em) => this.#update(em, nowMs, nowMs, ids));
  }
}
