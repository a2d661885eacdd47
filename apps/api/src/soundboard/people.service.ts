import { Injectable } from '@nestjs/common';
import { type AccountId, Accounts } from '#accounts';
import { Database, type SqlEntityManager } from '#persistence';

/** A person, as this API knows them. */
export interface Person {
  readonly account: AccountId;
  readonly userId: string;
  readonly tag: string;
}

/** The people of this API, and the guilds that they were in when they signed in. */
@Injectable()
export class SoundboardPeople {
  readonly #select;
  readonly #put;
  readonly #isIn;
  readonly #leaveAll;
  readonly #join;
  readonly #anonymize;
  readonly #delete;

  constructor(
    private readonly database: Database,
    accounts: Accounts,
  ) {
    this.#select = database.statement<Person>(
      'select account_id as account, user_id as "userId", tag from soundboard_profile where account_id = ?',
    );
    this.#put = database.statement<object>(`
      insert into soundboard_profile (account_id, user_id, tag) values (?, ?, ?)
      on conflict (account_id) do update set tag = excluded.tag`);
    this.#isIn = database.statement<object>(
      'select 1 as found from soundboard_membership where account_id = ? and guild_id = ?',
    );
    this.#leaveAll = database.statement<object>('delete from soundboard_membership where account_id = ?');
    this.#join = database.statement<object>('insert into soundboard_membership (account_id, guild_id) values (?, ?)');
    this.#anonymize = database.statement<object>(`
      update soundboard_play set user_id = '0', user_tag = ''
      where user_id = (select user_id from soundboard_profile where account_id = ?)`);
    this.#delete = database.statement<object>('delete from soundboard_profile where account_id = ?');
    accounts.onForget(async (em, account) => {
      // A guild's log and statistics are the guild's; only who played is nobody else's to know.
      await this.#anonymize(em, account);
      await this.#delete(em, account);
    });
  }

  async find(account: AccountId): Promise<Person | undefined> {
    const [found] = await this.#select(this.database.reader, account);
    return found;
  }

  /** Notes who a person is and which guilds they are in, instead of what was known before. */
  async put(em: SqlEntityManager, { account, userId, tag }: Person, guilds: readonly string[]): Promise<void> {
    await this.#put(em, account, userId, tag);
    await this.#leaveAll(em, account);
    for (const guild of new Set(guilds)) await this.#join(em, account, guild);
  }

  async isIn(account: AccountId, guildId: string): Promise<boolean> {
    const found = await this.#isIn(this.database.reader, account, guildId);
    return found.length > 0;
  }
}
