import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Database } from '#persistence';
import type { SqlEntityManager, Statement } from '#persistence';
import type { AccountId } from './account.entity.js';
import { Turns } from './turns.js';

/** An Argon2id hash in PHC form, which carries its salt and its parameters; only `Passwords.hash` makes one. */
export type PasswordHash = string & { readonly kind: 'argon2id' };

// OWASP's parameters for Argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane.
const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
// libuv has four threads for this, the file system and name look-ups: passwords must leave one to the others, and a
// processor to the event loop.
const atOnce = Math.min(Math.max(availableParallelism() - 1, 1), 3);

/** Passwords as Argon2id hashes, computed off the event loop, a few at a time. */
@Injectable()
export class Passwords {
  readonly #turns = new Turns(atOnce);
  readonly #upsert: Statement<{ account_id: AccountId }>;
  readonly #select: Statement<{ hash: string }>;
  // Nobody has this password; it only takes as long to refute as anybody's.
  readonly #nobodys = this.hash(randomBytes(32).toString('hex'));

  constructor(private readonly database: Database) {
    this.#upsert = database.statement(
      'insert into password (account_id, hash) values (?, ?) ' +
        'on conflict (account_id) do update set hash = excluded.hash returning account_id',
    );
    this.#select = database.statement('select hash from password where account_id = ?');
  }

  /** Takes tens of milliseconds: await it before the write that stores the hash, not within, where others wait. */
  async hash(password: string): Promise<PasswordHash> {
    return (await this.#turns.take(() => hash(password, argon2id))) as PasswordHash;
  }

  /** Sets or replaces the account's password, in the transaction of `em`. */
  async set(em: SqlEntityManager, account: AccountId, passwordHash: PasswordHash): Promise<void> {
    await this.#upsert(em, account, passwordHash);
  }

  /** Whether this is the account's password. Without an account, or a password of it, it takes as long and is false. */
  async verify(account: AccountId | undefined, password: string): Promise<boolean> {
    // Nobody has the number 0; looking for nobody takes as long as looking for somebody.
    const [row] = await this.#select(this.database.reader, account ?? 0);
    const isRight = await this.#turns.take(async () => verify(row?.hash ?? (await this.#nobodys), password));
    return row !== undefined && isRight;
  }
}
