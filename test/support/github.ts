import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A user as GitHub describes one; further members are passed on. */
export interface GitHubUser {
  readonly id: number;
  readonly [member: string]: unknown;
}

/** Something else than GitHub's usual answer, for whoever sets it: written by hand, or never. */
export type Misbehaviour = (response: ServerResponse) => void;

/** GitHub's API as far as sign-ins need it, on a loopback port. */
export class GitHubStandIn {
  /** Who has which access token. */
  readonly users = new Map<string, GitHubUser>();
  /** The app that a token was given to, where that is asked. */
  readonly apps = new Map<string, string>();
  /** What was asked, as it came. */
  readonly requests: { readonly path: string; readonly headers: IncomingMessage['headers'] }[] = [];
  /** In place of every answer, while it is set. */
  misbehaviour: Misbehaviour | undefined;
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  async open(): Promise<void> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url: path = '', headers } = request;
    this.requests.push({ path, headers });
    if (this.misbehaviour) return this.misbehaviour(response);
    const app = /^\/applications\/([^/]+)\/token$/.exec(path)?.[1];
    if (app !== undefined && request.method === 'POST') return this.#check(app, request, response);
    const user = path === '/user' ? this.users.get((headers.authorization ?? '').replace(/^token /, '')) : undefined;
    if (user) json(response, 200, user);
    else json(response, path === '/user' ? 401 : 404, { message: path === '/user' ? 'Bad credentials' : 'Not Found' });
  }

  async #check(app: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isSignedIn = request.headers.authorization?.startsWith('Basic ');
    if (!isSignedIn) return json(response, 401, { message: 'Requires authentication' });
    const { access_token: token } = JSON.parse(await text(request)) as { access_token: string };
    const user = this.apps.get(token) === app ? this.users.get(token) : undefined;
    json(response, user ? 200 : 404, user ? { user, app: { client_id: app } } : { message: 'Not Found' });
  }
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
