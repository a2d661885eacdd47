import { Injectable } from '@nestjs/common';
import { Database } from '#persistence';
import type { SqlEntityManager, Statement } from '#persistence';
import type { AccountId } from './account.entity.js';

/** Knows people by the ids that providers such as GitHub never change. */
@Injectable()
export class Identities {
  readonly #database: Database;
  readonly #select: Statement<{ account_id: AccountId }>;
  readonly #insert: Statement<{ id: number }>;
  readonly #deleteAccount: Statement<{ id: AccountId }>;

  constructor(database: Database) {
    this.#database = database;
    this.#select = database.statement('select account_id from identity where provider = ? and provider_id = ?');
    this.#insert = database.statement(`
      insert into identity (account_id, provider, provider_id) values (?, ?, ?)
      on conflict (provider, provider_id) do nothing returning id`);
    this.#deleteAccount = database.statement('delete from account where id = ? returning id');
  }

  /** Whose identity this is, or undefined when it is nobody's. */
  async find(provider: string, providerId: string, em = this.#database.fork()): Promise<AccountId | undefined> {
    const [row] = await this.#select(em, provider, providerId);
    return row?.account_id;
  }

  /**
   * Whose identity this is, in the transaction of `em`; `make` makes the account of a newcomer. Newcomers who come twice
   * at once, even to different instances, get one account.
   */
  async claim(
    em: SqlEntityManager,
    provider: string,
    providerId: string,
    make: () => Promise<AccountId>,
  ): Promise<AccountId> {
    const known = await this.find(provider, providerId, em);
    if (known !== undefined) return known;
    const account = await make();
    const linked = await this.#insert(em, account, provider, providerId);
    if (linked.length > 0) return account;
    // Another instance was faster; its transaction has ended, or the insertion would still be waiting.
    await this.#deleteAccount(em, account);
    const first = await this.find(provider, providerId, em);
    if (first === undefined) throw new Error(`The identity ${providerId} of ${provider} was taken and is nobody's`);
    return first;
  }
}
