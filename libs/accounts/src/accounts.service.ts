import { Injectable } from '@nestjs/common';
import { Database } from '#persistence';
import type { SqlEntityManager, Statement } from '#persistence';
import type { AccountId } from './account.entity.js';
import { Credentials } from './credentials.service.js';

/** Deletes what one API keeps of a person, in the transaction of `em`. */
export type Forget = (em: SqlEntityManager, account: AccountId) => Promise<void>;

/** Makes accounts and forgets them. */
@Injectable()
export class Accounts {
  readonly #insert: Statement<{ id: AccountId }>;
  readonly #delete: Statement<{ id: AccountId }>;
  readonly #forgets: Forget[] = [];

  constructor(
    database: Database,
    private readonly credentials: Credentials,
  ) {
    this.#insert = database.statement('insert into account (created_at_ms) values (?) returning id');
    this.#delete = database.statement('delete from account where id = ? returning id');
  }

  /** Makes an account, in the transaction of `em`. */
  async create(em: SqlEntityManager): Promise<AccountId> {
    const [row] = await this.#insert(em, Date.now());
    if (!row) throw new Error('The database did not say which account it made');
    return row.id;
  }

  /** Registers what an API must delete before an account can go; every one is called for every account. */
  onForget(forget: Forget): void {
    this.#forgets.push(forget);
  }

  /** Deletes the account with all that hangs on it and ends its credentials, in the transaction of `em`. */
  async forget(em: SqlEntityManager, account: AccountId): Promise<void> {
    for (const forget of this.#forgets) await forget(em, account);
    await this.credentials.revoke(em, account);
    await this.#delete(em, account);
  }
}
