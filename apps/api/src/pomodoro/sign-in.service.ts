import { Injectable } from '@nestjs/common';
import { type AccountId, Accounts, Credentials, Identities, randomSecret } from '#accounts';
import { Database, type SqlEntityManager } from '#persistence';
import { GitHub, type GitHubUser } from './github.client.js';
import { People } from './people.service.js';
import { authenticationFailed, providerNotSupported } from './pomodoro.errors.js';

const scheme = 'pomodoroToken';
const provider = 'github';
const newToken = (): string => randomSecret(32, '0123456789abcdef');

/** Signing in with a GitHub access token, which is forgotten as soon as GitHub has said whose it is. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly identities: Identities,
    private readonly credentials: Credentials,
    private readonly people: People,
    private readonly github: GitHub,
  ) {}

  /** A further token; earlier ones keep working. */
  async signIn(body: unknown): Promise<string> {
    const { provider: named, access_token: accessToken } = (body ?? {}) as Readonly<Record<string, unknown>>;
    if (named !== provider) throw providerNotSupported();
    const user = typeof accessToken === 'string' ? await this.github.userWith(accessToken) : undefined;
    if (!user) throw authenticationFailed();
    const token = newToken();
    await this.database.write(async (em) => {
      const account = await this.#accountOf(em, user);
      await this.credentials.issue(em, account, scheme, token);
    });
    return token;
  }

  /** Ends all tokens of the account. */
  async signOut(account: AccountId): Promise<void> {
    await this.database.write((em) => this.credentials.revoke(em, account, scheme));
  }

  async #accountOf(em: SqlEntityManager, user: GitHubUser): Promise<AccountId> {
    const account = await this.identities.claim(em, provider, user.id, () => this.accounts.create(em));
    if (!(await this.people.find(account, em))) await this.people.add(em, account, user);
    return account;
  }
}
