import { Inject, Injectable, Logger } from '@nestjs/common';
import { gitHubUnavailable } from './pomodoro.errors.js';
import { PomodoroOptions } from './pomodoro-options.js';

/** Somebody's account at GitHub. Only the id never changes. */
export interface GitHubUser {
  readonly id: string;
  readonly login: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly image: string | null;
}

const timeoutMs = 10_000;

/** Asks GitHub whose an access token is. */
@Injectable()
export class GitHub {
  readonly #log = new Logger(GitHub.name);

  constructor(@Inject(PomodoroOptions) private readonly options: PomodoroOptions) {}

  /** Undefined for a token that GitHub does not know, or gave to another app. Throws 502 if GitHub does not say. */
  async userWith(accessToken: string): Promise<GitHubUser | undefined> {
    // What cannot stand in a header cannot be a token.
    if (!/^[!-~]{1,1024}$/.test(accessToken)) return undefined;
    try {
      if (!(await this.#isOurs(accessToken))) return undefined;
      const answer = await this.#ask('/user', { headers: { authorization: `token ${accessToken}` } });
      if (answer.status === 401) return undefined;
      return userOf(await bodyOf(answer));
    } catch (error) {
      this.#log.warn(`GitHub does not say who signs in: ${describe(error)}`);
      throw gitHubUnavailable();
    }
  }

  /** Whether the token was given to the operator's app; to any, if there is none (GitHub's "Check a token"). */
  async #isOurs(accessToken: string): Promise<boolean> {
    const { githubClientId: id, githubClientSecret: secret } = this.options;
    if (id === undefined || secret === undefined) return true;
    const credential = Buffer.from(`${id}:${secret}`).toString('base64');
    const answer = await this.#ask(`/applications/${encodeURIComponent(id)}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${credential}`, 'content-type': 'application/json' },
      body: JSON.stringify({ access_token: accessToken }),
    });
    // 404 for a token of another app, 422 for what was never one.
    if (answer.status === 404 || answer.status === 422) return false;
    await bodyOf(answer);
    return true;
  }

  #ask(path: string, init: { method?: string; headers: Record<string, string>; body?: string }): Promise<Response> {
    return fetch(`${this.options.githubApiUrl}${path}`, {
      ...init,
      headers: { accept: 'application/vnd.github+json', 'user-agent': 'guildhall', ...init.headers },
      // A redirect would take the token to wherever it leads.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
  }
}

async function bodyOf(answer: Response): Promise<unknown> {
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
  return answer.json();
}

function userOf(body: unknown): GitHubUser {
  const { id, login, name, email, avatar_url: image } = (body ?? {}) as Record<string, unknown>;
  if (!Number.isSafeInteger(id)) throw new Error('it answered without an id');
  return { id: String(id), login: textOf(login), name: textOf(name), email: textOf(email), image: textOf(image) };
}

const textOf = (value: unknown): string | null =>
  (typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : null);

/** What fetch throws tells the reason only in its cause. */
const describe = (error: unknown): string => {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message} (${cause.message})` : message;
};
