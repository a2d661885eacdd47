import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A user as Discord describes one; further members are passed on. */
export interface DiscordUser {
  readonly id: string;
  readonly [member: string]: unknown;
}

/** What came to Discord: `asked` is the way without the version, such as `/users/@me/guilds`. */
export interface DiscordRequest {
  readonly asked: string;
  readonly headers: IncomingMessage['headers'];
  readonly form: URLSearchParams;
}

/** Something else than Discord's usual answer, written by hand, or never; whoever returns false leaves it to Discord. */
export type DiscordMisbehaviour = (response: ServerResponse, request: DiscordRequest) => unknown;

/** Discord as far as sign-ins and guilds need it, on a loopback port. Its page of consent consents by itself. */
export class DiscordStandIn {
  /** Who has which access token. */
  readonly users = new Map<string, DiscordUser>();
  /** The access token for each code that may be exchanged, once. */
  readonly codes = new Map<string, string>();
  /** The ids of the guilds that a user is in, by the user's id. The bot is in all of them, unless `botGuilds` says otherwise. */
  readonly guilds = new Map<string, readonly string[]>();
  botGuilds: readonly string[] | undefined;
  /** What the page of consent leads on with: `code=…`, or `error=access_denied`. */
  consent = 'error=access_denied';
  readonly requests: DiscordRequest[] = [];
  misbehaviour: DiscordMisbehaviour | undefined;
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

  async #answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(incoming.url ?? '', this.url);
    const asked = pathname.replace(/^\/api(\/v10)?/, '');
    const request = { asked, headers: incoming.headers, form: new URLSearchParams(await text(incoming)) };
    this.requests.push(request);
    if (this.misbehaviour && this.misbehaviour(response, request) !== false) return;
    if (asked === '/oauth2/authorize') return this.#lead(searchParams, response);
    if (asked === '/oauth2/token') return this.#exchange(request.form, response);
    const [kind = '', token = ''] = (incoming.headers.authorization ?? '').split(' ');
    const user = kind === 'Bearer' ? this.users.get(token) : undefined;
    if (!user && kind !== 'Bot') json(response, 401, { message: '401: Unauthorized', code: 0 });
    else if (asked === '/users/@me' && user) json(response, 200, user);
    else if (asked === '/users/@me/guilds') json(response, 200, this.#page(user ? this.guilds.get(user.id) : this.#ofBot, searchParams));
    else this.#member(asked, response);
  }

  #lead(query: URLSearchParams, response: ServerResponse): void {
    response.writeHead(302, { location: `${query.get('redirect_uri')}?${this.consent}&state=${query.get('state')}` }).end();
  }

  #exchange(form: URLSearchParams, response: ServerResponse): void {
    const code = form.get('code') ?? '';
    const token = this.codes.get(code);
    this.codes.delete(code);
    if (token === undefined) json(response, 400, { error: 'invalid_grant', error_description: 'Invalid "code" in request.' });
    else json(response, 200, { access_token: token, token_type: 'Bearer', expires_in: 604_800, scope: 'identify guilds' });
  }

  get #ofBot(): readonly string[] {
    return this.botGuilds ?? [...new Set([...this.guilds.values()].flat())];
  }

  #page(ids: readonly string[] = [], query: URLSearchParams): object[] {
    const after = BigInt(query.get('after') ?? 0);
    const sorted = ids.map(BigInt).sort((one, other) => (one < other ? -1 : 1)).filter((id) => id > after);
    return sorted.slice(0, Number(query.get('limit') ?? 200)).map((id) => ({ id: String(id), name: `guild ${id}` }));
  }

  #member(asked: string, response: ServerResponse): void {
    const [, guild = '', user = ''] = /^\/guilds\/(\d+)\/members\/(\d+)$/.exec(asked) ?? [];
    if (!this.#ofBot.includes(guild)) return json(response, 403, { message: 'Missing Access', code: 50_001 });
    if (!this.guilds.get(user)?.includes(guild)) return json(response, 404, { message: 'Unknown Member', code: 10_007 });
    json(response, 200, { user: [...this.users.values()].find(({ id }) => id === user), nick: null });
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
