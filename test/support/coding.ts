import { expect } from 'vitest';
import { type Answer, type Request, send } from './http.js';
import { Stage } from './stage.js';

/** Somebody who is registered, with the token of the registration. */
export interface Person {
  readonly username: string;
  readonly token: string;
  readonly authorization: string;
}

export const password = 'correct horse battery';
export const fullLimit = { 'ratelimit-limit': '10', 'ratelimit-remaining': '10', 'ratelimit-reset': '0' };
export const challenge = { 'www-authenticate': 'Bearer realm="guildhall"' };

/** A stage on which people code. */
export class CodingStage extends Stage {
  readonly api = 'coding';
  #count = 0;

  /** Registers somebody nobody else knows. */
  async person(): Promise<Person> {
    const username = `Person_${(this.#count += 1)}`;
    const { status, body } = await this.post('/users/register', { json: { username, password } });
    expect(status).toBe(200);
    return this.signedIn(username, String(body));
  }

  signedIn(username: string, token: string): Person {
    return { username, token, authorization: `Bearer ${token}` };
  }

  async friendCode(person: Person): Promise<string> {
    const { body } = await this.get('/users/@me', { as: person });
    return (body as { friend_code: string }).friend_code;
  }

  async befriend(one: Person, other: Person): Promise<void> {
    const { status } = await this.post('/friends/add', { as: one, body: await this.friendCode(other) });
    expect(status).toBe(200);
  }

  /** The stored sessions of a person, as the person reads them. */
  async sessions(person: Person, query = ''): Promise<unknown[]> {
    const { status, body } = await this.get(`/users/@me/activity/data${query}`, { as: person });
    expect(status).toBe(200);
    return body as unknown[];
  }

  /** Sends a request that is refused, as a usual client and as one that asks for problem details. */
  async refuses(request: Request, status: number, error: string, more: Refused = {}): Promise<void> {
    const { pointer, headers = fullLimit, url = this.url } = more;
    expect(await send(url, request)).toEqual(answered(status, { error }, headers));
    const errors = pointer === undefined ? {} : { errors: [{ pointer, detail: error }] };
    const problem = { type: 'about:blank', title: titles[status], status, detail: error, ...errors };
    expect(await send(url, { ...request, headers: { ...request.headers, accept: 'application/problem+json' } }))
      .toEqual(answered(status, problem, { ...headers, 'content-type': 'application/problem+json' }));
  }
}

interface Refused {
  /** Where in the request the broken rule is. */
  readonly pointer?: string;
  /** What is sent beside the body; by default the limit, which nobody has used. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly url?: string;
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 406: 'Not Acceptable', 409: 'Conflict',
  413: 'Payload Too Large', 415: 'Unsupported Media Type', 429: 'Too Many Requests', 500: 'Internal Server Error',
};

/** A success, exactly: nothing, a text or JSON. */
export const ok = (body: unknown = ''): Answer => answered(200, body, fullLimit);

/** An answer, exactly, but for what speaks of the moment and the connection. */
export function answered(status: number, body: unknown, headers: Readonly<Record<string, string>>): Answer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
  const content = { ...(text !== '' && { 'content-type': type }), 'content-length': String(Buffer.byteLength(text)) };
  return { status, headers: { ...content, ...headers }, body };
}

/** The beginning of a `POST` that no client would send so, as bytes; the request goes on with further headers. */
export function head(path: string, { authorization }: Person): string {
  return `POST ${path} HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\nconnection: close\r\n`;
}

/** A text that differs from another in the case of its letters alone. */
export function caseSwapped(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) =>
    (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()));
}
