import { Injectable } from '@nestjs/common';
import type { AccountId } from '#accounts';
import { Database } from '#persistence';
import { alreadyFriends, notAuthorized, ownFriendCode, userNotFound } from './coding.errors.js';
import { bareFriendCode, shownFriendCode } from './names.js';
import { CodingProfiles } from './profiles.service.js';

/** Who may see whose sessions. A friendship has no direction: it is kept once, the lower account first. */
@Injectable()
export class CodingFriends {
  readonly #select;
  readonly #insert;
  readonly #names;

  constructor(
    private readonly database: Database,
    private readonly profiles: CodingProfiles,
  ) {
    this.#select = database.statement<object>(
      'select lower_id from coding_friendship where lower_id = ? and higher_id = ?',
    );
    this.#insert = database.statement<object>(`
      insert into coding_friendship (lower_id, higher_id, created_at_ms) values (?, ?, ?)
      on conflict (lower_id, higher_id) do nothing returning lower_id`);
    this.#names = database.statement<{ username: string }>(`
      select p.username
      from (
        select higher_id as friend_id, created_at_ms from coding_friendship where lower_id = ?
        union all
        select lower_id, created_at_ms from coding_friendship where higher_id = ?
      ) f join coding_profile p on p.account_id = f.friend_id
      order by f.created_at_ms, f.friend_id`);
  }

  /** Makes the caller and the holder of the code friends of each other. */
  async befriend(account: AccountId, text: string): Promise<void> {
    const code = bareFriendCode(text);
    // Refused after the commit: an error within would make everybody's shared transaction start over.
    const refused = await this.database.write(async (em) => {
      const friend = await this.profiles.withFriendCode(code, em);
      if (!friend) return userNotFound();
      if (friend.account === account) return ownFriendCode();
      // The account was deleted after the request had been let in.
      if (!(await this.profiles.find(account, em))) return notAuthorized();
      const made = await this.#insert(em, ...ordered(account, friend.account), Date.now());
      return made.length > 0 ? undefined : alreadyFriends();
    });
    if (refused) throw refused;
  }

  async areFriends(one: AccountId, other: AccountId): Promise<boolean> {
    const rows = await this.#select(this.database.reader, ...ordered(one, other));
    return rows.length > 0;
  }

  /** The friends' names, in the order in which they became friends. */
  async list(account: AccountId): Promise<string[]> {
    const rows = await this.#names(this.database.reader, account, account);
    return rows.map(({ username }) => username);
  }

  /** The new code as it is shown to people; the old one no longer works, friends stay. */
  async regenerateCode(account: AccountId): Promise<string> {
    const code = await this.database.write((em) => this.profiles.renewFriendCode(em, account));
    if (code === undefined) throw notAuthorized();
    return shownFriendCode(code);
  }
}

function ordered(one: AccountId, other: AccountId): readonly [AccountId, AccountId] {
  return one < other ? [one, other] : [other, one];
}
