import { Injectable } from '@nestjs/common';
import { type AccountId, Accounts, randomSecret } from '#accounts';
import { Database, type SqlEntityManager } from '#persistence';
import { usernameKey } from './names.js';

/** A person, as this API knows them. */
export interface CodingPerson {
  readonly account: AccountId;
  readonly username: string;
  readonly friendCode: string;
  readonly registeredAtMs: number;
}

const person = `
  select account_id as "account", username, friend_code as "friendCode", registered_at_ms as "registeredAtMs"
  from coding_profile`;

/** The people of this API and how they are found. */
@Injectable()
export class CodingProfiles {
  readonly #byAccount;
  readonly #byUsername;
  readonly #byFriendCode;
  readonly #insert;
  readonly #setFriendCode;
  readonly #hold;
  readonly #delete;

  constructor(
    private readonly database: Database,
    accounts: Accounts,
  ) {
    this.#byAccount = database.statement<CodingPerson>(`${person} where account_id = ?`);
    this.#byUsername = database.statement<CodingPerson>(`${person} where username_key = ?`);
    this.#byFriendCode = database.statement<CodingPerson>(`${person} where friend_code = ?`);
    this.#insert = database.statement<object>(`
      insert into coding_profile (account_id, username, username_key, friend_code, registered_at_ms)
      values (?, ?, ?, ?, ?) on conflict (username_key) do nothing returning account_id`);
    this.#setFriendCode = database.statement<object>(
      'update coding_profile set friend_code = ? where account_id = ? returning account_id',
    );
    this.#hold = database.statement<object>(
      'update coding_profile set username = username where account_id = ? returning account_id',
    );
    this.#delete = database.statement<object>('delete from coding_profile where account_id = ?');
    // Sessions and friendships go with the profile, by their foreign keys.
    accounts.onForget(async (em, account) => void (await this.#delete(em, account)));
  }

  async find(account: AccountId, em = this.database.reader): Promise<CodingPerson | undefined> {
    const [found] = await this.#byAccount(em, account);
    return found;
  }

  async named(username: string, em = this.database.reader): Promise<CodingPerson | undefined> {
    const [found] = await this.#byUsername(em, usernameKey(username));
    return found;
  }

  async withFriendCode(code: string, em = this.database.reader): Promise<CodingPerson | undefined> {
    const [found] = await this.#byFriendCode(em, code);
    return found;
  }

  /** Whether the name was still free. */
  async create(em: SqlEntityManager, account: AccountId, username: string): Promise<boolean> {
    const rows = await this.#insert(em, account, username, usernameKey(username), newFriendCode(), Date.now());
    return rows.length > 0;
  }

  /** Lets no other transaction at this person until this one ends; whether the person still exists. */
  async hold(em: SqlEntityManager, account: AccountId): Promise<boolean> {
    const rows = await this.#hold(em, account);
    return rows.length > 0;
  }

  /** The new code, or undefined for an account that is gone. */
  async renewFriendCode(em: SqlEntityManager, account: AccountId): Promise<string | undefined> {
    const code = newFriendCode();
    const rows = await this.#setFriendCode(em, code, account);
    return rows.length > 0 ? code : undefined;
  }
}

const newFriendCode = (): string => randomSecret(24);
