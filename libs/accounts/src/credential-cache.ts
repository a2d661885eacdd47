import type { AccountId } from './account.entity.js';

/** Whose a secret is. One frozen object is shared by all who ask. */
export interface ResolvedCredential {
  readonly account: AccountId;
  readonly credential: number;
}

/** A credential as it is stored. */
export interface KnownCredential {
  readonly resolved: ResolvedCredential;
  expiresAtMs: number | null;
  /** How long after each use it expires; null where using it puts nothing off. */
  readonly renewalMs: number | null;
  /** When its use was last noted, in milliseconds since the epoch. */
  lastUsedAtMs: number | null;
}

/**
 * Credentials by scheme and hash, the least recently used dropped first. It is exact as long as one process alone
 * writes to the database: `forget` what a committed transaction deleted, `remember` only what was read since.
 */
export class CredentialCache {
  readonly #credentials = new Map<string, KnownCredential>();
  readonly #limit: number;
  #epoch = 0;

  constructor(limit = 10_000) {
    this.#limit = limit;
  }

  /** Changes with every `forget`: what was read under another epoch may have been deleted since. */
  get epoch(): number {
    return this.#epoch;
  }

  get(key: string): KnownCredential | undefined {
    const known = this.#credentials.get(key);
    if (known) {
      // A Map keeps the order of insertion, so inserting anew makes this the most recently used.
      this.#credentials.delete(key);
      this.#credentials.set(key, known);
    }
    return known;
  }

  remember(key: string, known: KnownCredential, epoch: number): void {
    if (epoch !== this.#epoch) return;
    this.#credentials.set(key, known);
    if (this.#credentials.size <= this.#limit) return;
    for (const oldest of this.#credentials.keys()) {
      this.#credentials.delete(oldest);
      break;
    }
  }

  forget(keys: readonly string[]): void {
    this.#epoch += 1;
    for (const key of keys) this.#credentials.delete(key);
  }
}
