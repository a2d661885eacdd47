import { Injectable } from '@nestjs/common';
import { Accounts, alphanumeric, Credentials, Identities, randomSecret } from '#accounts';
import { Database } from '#persistence';
import { SoundboardPeople } from './people.service.js';

/** A new token, and whose it is. */
export interface IssuedToken {
  readonly token: string;
  readonly userId: string;
  readonly expiresAtMs: number;
}

const lifetimeMs = 7 * 24 * 60 * 60 * 1000;
const tokensPerPerson = 100;

/** Gives out the tokens that open this API. */
@Injectable()
export class SoundboardTokens {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly identities: Identities,
    private readonly credentials: Credentials,
    private readonly people: SoundboardPeople,
  ) {}

  /** A further token for a Discord user, with what is to be known of them from now on; earlier tokens keep working. */
  async issue(userId: string, tag: string, guilds: readonly string[]): Promise<IssuedToken> {
    const token = randomSecret(64, `${alphanumeric}_.-`);
    const expiresAtMs = Date.now() + lifetimeMs;
    await this.database.write(async (em) => {
      const account = await this.identities.claim(em, 'discord', userId, () => this.accounts.create(em));
      await this.people.put(em, { account, userId, tag }, guilds);
      // Both are sent with every request, and neither opens anything without the other.
      const options = { expiresAtMs, renewalMs: lifetimeMs, keepNewest: tokensPerPerson };
      await this.credentials.issue(em, account, 'soundboardToken', `${userId}:${token}`, options);
    });
    return { token, userId, expiresAtMs };
  }
}
