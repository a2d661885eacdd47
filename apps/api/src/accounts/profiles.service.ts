import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccountId } from '#accounts';
import { Database, type SqlEntityManager } from '#persistence';

/** A person, as this API knows them. */
export interface AccountsPerson {
  readonly account: AccountId;
  readonly publicId: string;
  readonly name: string;
  readonly email: string;
  /** The code by which the person came. */
  readonly invite: string | null;
  readonly registeredAtMs: number;
}

const person = `
  select account_id as "account", public_id as "publicId", name, email, invite, registered_at_ms as "registeredAtMs"
  from accounts_profile`;

/** The people of this API, and how they are found. An e-mail address is looked up by its `emailKey`. */
@Injectable()
export class AccountsProfiles {
  readonly #byAccount;
  readonly #byEmail;
  readonly #insert;
  readonly #update;
  readonly #setInvite;

  constructor(private readonly database: Database) {
    this.#byAccount = database.statement<AccountsPerson>(`${person} where account_id = ?`);
    this.#byEmail = database.statement<AccountsPerson>(`${person} where email_key = ?`);
    this.#insert = database.statement<object>(`
      insert into accounts_profile (account_id, public_id, name, email, email_key, registered_at_ms)
      values (?, ?, ?, ?, ?, ?) on conflict (email_key) do nothing returning account_id`);
    this.#update = database.statement<object>(
      'update accounts_profile set name = ?, email = ?, email_key = ? where account_id = ? returning account_id',
    );
    this.#setInvite = database.statement<object>('update accounts_profile set invite = ? where account_id = ?');
  }

  async find(account: AccountId, em = this.database.reader): Promise<AccountsPerson | undefined> {
    const [found] = await this.#byAccount(em, account);
    return found;
  }

  async withEmail(key: string, em = this.database.reader): Promise<AccountsPerson | undefined> {
    const [found] = await this.#byEmail(em, key);
    return found;
  }

  /** The new person, or undefined when the e-mail address is somebody's. */
  async create(
    em: SqlEntityManager, account: AccountId, name: string, email: string, key: string,
  ): Promise<AccountsPerson | undefined> {
    const made = { account, publicId: randomUUID(), name, email, invite: null, registeredAtMs: Date.now() };
    const rows = await this.#insert(em, account, made.publicId, name, email, key, made.registeredAtMs);
    return rows.length > 0 ? made : undefined;
  }

  /** Whether the account was there to be changed. Rejects when the e-mail address is somebody else's. */
  async change(em: SqlEntityManager, account: AccountId, name: string, email: string, key: string): Promise<boolean> {
    const rows = await this.#update(em, name, email, key, account);
    return rows.length > 0;
  }

  /** Notes the code by which a person came. */
  async noteInvite(em: SqlEntityManager, account: AccountId, code: string): Promise<void> {
    await this.#setInvite(em, code, account);
  }
}
