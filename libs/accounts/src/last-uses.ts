import { Database } from '#persistence';
import { Credential } from './account.entity.js';
import type { KnownCredential } from './credential-cache.js';

const precisionMs = 60_000;
const gatheringMs = 10_000;
const maxGathered = 1_000;

/** Notes when credentials were used: to the minute, and gathered, so that no request waits for it. */
export class LastUses {
  readonly #database: Database;
  #used = new Set<number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(database: Database) {
    this.#database = database;
    database.beforeClose(() => this.write());
  }

  /** Notes a use unless one was noted within the last minute. */
  note(known: KnownCredential, nowMs: number): void {
    if (known.lastUsedAtMs !== null && nowMs - known.lastUsedAtMs < precisionMs) return;
    known.lastUsedAtMs = nowMs;
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
    const ids = [...this.#used];
    this.#used = new Set();
    await this.#database.write((em) => em.nativeUpdate(Credential, { id: { $in: ids } }, { lastUsedAtMs: Date.now() }));
  }
}
