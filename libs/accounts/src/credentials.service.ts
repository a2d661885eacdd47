import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#persistence';
import type { SqlEntityManager, Statement } from '#persistence';
import type { AccountId } from './account.entity.js';
import { CredentialCache } from './credential-cache.js';
import type { KnownCredential, ResolvedCredential } from './credential-cache.js';
import { LastUses } from './last-uses.js';

/** `expiresAtMs` is in milliseconds since the epoch; without it the credential lives until it is revoked. */
export interface CredentialOptions {
  readonly label?: string;
  readonly expiresAtMs?: number;
  /** Each use puts the end off until so many milliseconds later, to the minute. */
  readonly renewalMs?: number;
  /** How many of the account's credentials of this scheme stay, this one included; the oldest end. */
  readonly keepNewest?: number;
}

interface CredentialRow {
  readonly id: number;
  readonly account_id: AccountId;
  readonly last_used_at_ms: number | null;
  readonly expires_at_ms: number | null;
  readonly renewal_ms: number | null;
}

const sha256 = (secret: string) => hash('sha256', secret, 'hex');
const keyOf = (scheme: string, digest: string) => `${scheme} ${digest}`;

/** Issues the secrets that open an API, finds out whose they are, and ends them. */
@Injectable()
export class Credentials {
  readonly #database: Database;
  readonly #lastUses: LastUses;
  // Of several instances on one PostgreSQL, none would hear what another revoked.
  readonly #cache: CredentialCache | undefined;
  readonly #insert: Statement<{ id: number }>;
  readonly #select: Statement<CredentialRow>;
  readonly #deleteOfScheme: Statement<{ scheme: string; hash: string }>;
  readonly #deleteOlder: Statement<{ scheme: string; hash: string }>;
  readonly #deleteAll: Statement<{ scheme: string; hash: string }>;

  constructor(database: Database) {
    this.#database = database;
    this.#lastUses = new LastUses(database);
    this.#cache = database.dialect === 'sqlite' ? new CredentialCache() : undefined;
    this.#insert = database.statement(
      'insert into credential (account_id, scheme, hash, label, created_at_ms, expires_at_ms, renewal_ms) ' +
        'values (?, ?, ?, ?, ?, ?, ?) returning id',
    );
    this.#select = database.statement(
      'select id, account_id, last_used_at_ms, expires_at_ms, renewal_ms from credential where scheme = ? and hash = ?',
    );
    this.#deleteOfScheme = database.statement(
      'delete from credential where account_id = ? and scheme = ? returning scheme, hash',
    );
    this.#deleteOlder = database.statement(`
      delete from credential where account_id = ? and scheme = ? and id <= (
        select id from credential where account_id = ? and scheme = ? order by id desc limit 1 offset ?
      ) returning scheme, hash`);
    this.#deleteAll = database.statement('delete from credential where account_id = ? returning scheme, hash');
  }

  /**
   * Lets `secret` open `scheme` for the account once the transaction of `em` is committed; only its SHA-256 is stored.
   * Resolves to the credential's number, for what an API keeps about it.
   */
  async issue(
    em: SqlEntityManager,
    account: AccountId,
    scheme: string,
    secret: string,
    { label, expiresAtMs, renewalMs, keepNewest }: CredentialOptions = {},
  ): Promise<number> {
    const digest = sha256(secret);
    const ends = [expiresAtMs ?? null, renewalMs ?? null];
    const [row] = await this.#insert(em, account, scheme, digest, label ?? null, Date.now(), ...ends);
    if (!row) throw new Error('The database did not say which credential it made');
    if (keepNewest !== undefined) {
      this.#forgetAfterCommit(em, await this.#deleteOlder(em, account, scheme, account, scheme, keepNewest));
    }
    return row.id;
  }

  /** Whose secret this is under this scheme, or undefined when it is unknown, revoked or expired. */
  async resolve(scheme: string, secret: string): Promise<ResolvedCredential | undefined> {
    const digest = sha256(secret);
    const key = keyOf(scheme, digest);
    const known = this.#cache?.get(key) ?? (await this.#read(scheme, digest, key));
    const nowMs = Date.now();
    if (!known || (known.expiresAtMs !== null && known.expiresAtMs <= nowMs)) return undefined;
    this.#lastUses.note(known, nowMs);
    return known.resolved;
  }

  /** Ends the account's credentials of one scheme, or of all, once the transaction of `em` is committed. */
  async revoke(em: SqlEntityManager, account: AccountId, scheme?: string): Promise<void> {
    const ended = await (scheme === undefined
      ? this.#deleteAll(em, account)
      : this.#deleteOfScheme(em, account, scheme));
    this.#forgetAfterCommit(em, ended);
  }

  #forgetAfterCommit(em: SqlEntityManager, ended: readonly { scheme: string; hash: string }[]): void {
    const cache = this.#cache;
    if (!cache || ended.length === 0) return;
    this.#database.afterCommit(em, () => cache.forget(ended.map((row) => keyOf(row.scheme, row.hash))));
  }

  async #read(scheme: string, digest: string, key: string): Promise<KnownCredential | undefined> {
    const epoch = this.#cache?.epoch ?? 0;
    const [row] = await this.#select(this.#database.reader, scheme, digest);
    if (!row) return undefined;
    const known: KnownCredential = {
      resolved: Object.freeze({ account: row.account_id, credential: row.id }),
      expiresAtMs: row.expires_at_ms,
      renewalMs: row.renewal_ms,
      lastUsedAtMs: row.last_used_at_ms,
    };
    this.#cache?.remember(key, known, epoch);
    return known;
  }
}
