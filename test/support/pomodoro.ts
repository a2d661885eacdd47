import { expect, vi } from 'vitest';
import type { Dialect } from '#persistence';
import type { TestApp } from './app.js';
import { GitHubStandIn } from './github.js';
import { type Answer, type Request, send } from './http.js';
import { Stage } from './stage.js';

/** Somebody who has signed in with GitHub. */
export interface Person {
  /** The access token at GitHub. */
  readonly access: string;
  readonly githubId: number;
  readonly token: string;
  readonly authorization: string;
}

export interface Tomato {
  readonly id: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly tags: readonly string[];
}

export const publicUrl = 'https://guildhall.example';
export const challenge = 'ApiKey realm="guildhall", in="header", name="Authorization"';
export const notFound = { status: 404, error: 'Not Found' };

/** A stage on which people record tomatoes, with a GitHub of its own. */
export class PomodoroStage extends Stage {
  readonly api = 'pomodoro';
  readonly github = new GitHubStandIn();
  #count = 0;

  constructor(dialect: Dialect) {
    super(dialect);
  }

  override async open(): Promise<void> {
    await this.github.open();
    await super.open();
  }

  override async close(): Promise<void> {
    vi.useRealTimers();
    await super.close();
    this.github.close();
  }

  override start(env: Readonly<Record<string, string>> = {}): Promise<TestApp> {
    return super.start({ PUBLIC_URL: publicUrl, GITHUB_API_URL: this.github.url, ...env });
  }

  /** Makes a GitHub account that nobody else has; `more` replaces what GitHub says of it. */
  githubUser(more: object = {}): { access: string; githubId: number } {
    const number = (this.#count += 1);
    const githubId = 153_842 + number;
    const access = `gho_${number}`;
    const usual = {
      login: `aino${number}`, name: `Aino ${number}`, email: null, avatar_url: `https://avatars.example/u/${githubId}`,
    };
    this.github.users.set(access, { id: githubId, ...usual, ...more });
    return { access, githubId };
  }

  signIn(access: unknown, url = this.url): Promise<Answer> {
    return send(url, { method: 'POST', path: '/api/session', json: { provider: 'github', access_token: access } });
  }

  /** Signs in somebody nobody else knows; `settings` are stored at once. */
  async person(settings?: object): Promise<Person> {
    const user = this.githubUser();
    const { status, body } = await this.signIn(user.access);
    expect(status).toBe(200);
    const { token } = body as { token: string };
    const person = { ...user, token, authorization: token };
    if (settings) await this.done({ method: 'PATCH', path: '/api/user', as: person, json: { user: settings } });
    return person;
  }

  /** Sends a request that succeeds; its body. */
  async done<Body = unknown>(request: Request): Promise<Body> {
    const { status, body } = await send(this.url, request);
    expect(status, JSON.stringify(body)).toBeLessThan(300);
    return body as Body;
  }

  record(as: Person, tags = '', headers: Record<string, string> = {}): Promise<Tomato> {
    return this.done<Tomato>({
      method: 'POST', path: '/api/tomatoes', as, headers, json: { tomato: { tag_list: tags } },
    });
  }

  /** Records tomatoes that end at these moments; the clock stands still at the last, until `vi.useRealTimers`. */
  async recordAt(as: Person, ...moments: readonly string[]): Promise<Tomato[]> {
    const tomatoes: Tomato[] = [];
    for (const moment of moments) {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(moment) });
      tomatoes.push(await this.record(as));
    }
    return tomatoes;
  }

  /** Sends a request that is refused, as a usual client and as one that asks for problem details. */
  async refuses(
    request: Request, status: number, body: unknown, detail: string, { pointer, url = this.url }: Refused = {},
  ): Promise<void> {
    const plain = await send(url, request);
    expect({ status: plain.status, body: plain.body }).toEqual({ status, body });
    expect(plain.headers).toMatchObject({
      'content-type': 'application/json', ...(status === 401 && { 'www-authenticate': challenge })
    });
    expect(plain.headers).not.toHaveProperty('location');
    const told = await send(url, { ...request, headers: { ...request.headers, accept: 'application/problem+json' } });
    const problem = {
      type: 'about:blank', title: titles[status], status, detail, ...(pointer && { errors: [{ pointer, detail }] })
    };
    expect({ status: told.status, body: told.body }).toEqual({ status, body: problem });
    expect(told.headers['content-type']).toBe('application/problem+json');
  }
}

interface Refused {
  /** Where in the request the broken rule is. */
  readonly pointer?: string;
  readonly url?: string;
}

export const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request', 401: 'Unauthorized', 404: 'Not Found', 405: 'Method Not Allowed', 413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity', 500: 'Internal Server Error', 502: 'Bad Gateway',
};
