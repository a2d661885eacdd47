import { Injectable } from '@nestjs/common';
import { type AccountId, Accounts, Credentials, Passwords, randomSecret } from '#accounts';
import { Database } from '#persistence';
import type { Schema } from './coding.contract.js';
import { notAuthorized, userExists, wrongCredentials } from './coding.errors.js';
import { CodingProfiles } from './profiles.service.js';

const scheme = 'codingToken';
const tokenLength = 32;
/** Every sign-in adds a token, and scripts sign in often: the oldest one ends when there are more. */
const keepNewest = 100;

/** Registration and sign-in of people who code. */
@Injectable()
export class CodingUsers {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly credentials: Credentials,
    private readonly passwords: Passwords,
    private readonly profiles: CodingProfiles,
  ) {}

  /** The first token. Of two registrations of one name at once, one is refused and leaves nothing behind. */
  async register(username: string, password: string): Promise<string> {
    if (await this.profiles.named(username)) throw userExists();
    const hash = await this.passwords.hash(password);
    const token = randomSecret(tokenLength);
    await this.database.write(async (em) => {
      const account = await this.accounts.create(em);
      if (!(await this.profiles.create(em, account, username))) throw userExists();
      await this.passwords.set(em, account, hash);
      await this.credentials.issue(em, account, scheme, token);
    });
    return token;
  }

  /** A further token; earlier ones keep working. */
  async signIn(username: string, password: string): Promise<string> {
    const person = await this.profiles.named(username);
    const isRight = await this.passwords.verify(person?.account, password);
    if (!person || !isRight) throw wrongCredentials();
    const token = randomSecret(tokenLength);
    await this.database.write((em) => this.credentials.issue(em, person.account, scheme, token, { keepNewest }));
    return token;
  }

  async changePassword(account: AccountId, old: string, replacement: string): Promise<void> {
    if (!(await this.passwords.verify(account, old))) throw wrongCredentials();
    const hash = await this.passwords.hash(replacement);
    await this.database.write((em) => this.passwords.set(em, account, hash));
  }

  /** The one token that works from now on. */
  async regenerateToken(account: AccountId): Promise<string> {
    const token = randomSecret(tokenLength);
    const isDone = await this.database.write(async (em) => {
      // Two instances that do this at once would not see each other's new token, and leave both.
      if (!(await this.profiles.hold(em, account))) return false;
      await this.credentials.revoke(em, account, scheme);
      await this.credentials.issue(em, account, scheme, token);
      return true;
    });
    if (!isDone) throw notAuthorized();
    return token;
  }

  async show(account: AccountId): Promise<Schema<'CodingUser'>> {
    const person = await this.profiles.find(account);
    if (!person) throw notAuthorized();
    return {
      id: person.account,
      user_name: person.username,
      username: person.username,
      friend_code: person.friendCode,
      registration_time: new Date(person.registeredAtMs).toISOString(),
    };
  }
}
