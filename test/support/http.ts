import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A request as a test writes it down. */
export interface Wanted {
  readonly headers?: Readonly<Record<string, string>>;
  /** Whose credential goes along. */
  readonly as?: { readonly authorization: string } | undefined;
  /** A body that is sent as JSON. */
  readonly json?: unknown;
  /** A body that is sent as it is; a text as `text/plain` unless `headers` say otherwise. */
  readonly body?: string | Uint8Array<ArrayBuffer> | undefined;
}

export interface Request extends Wanted {
  readonly method: string;
  readonly path: string;
}

/** A whole answer, without the headers that speak of the moment and the connection only. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it is JSON, else its text. */
  readonly body: unknown;
}

const passing = new Set(['date', 'connection', 'keep-alive']);

export async function send(url: string, { method, path, as, json, body, headers }: Request): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(as && { authorization: as.authorization }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: json === undefined ? (body ?? null) : JSON.stringify(json),
  });
  return answerOf(response.status, response.headers, await response.text());
}

/** Sends what no client would let through: these bytes, as they are. The request has to ask for `connection: close`. */
export async function sendRaw(url: string, ...parts: readonly (string | Uint8Array)[]): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  for (const part of parts) socket.write(typeof part === 'string' ? Buffer.from(part, 'latin1') : part);
  const answer = await buffer(socket);
  const end = answer.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = answer.toString('latin1', 0, end).split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return answerOf(Number(statusLine.split(' ')[1]), new Headers(headers), answer.toString('utf8', end + 4));
}

function answerOf(status: number, headers: Headers, text: string): Answer {
  const isJson = headers.get('content-type')?.includes('json') && text !== '';
  const kept = [...headers].filter(([name]) => !passing.has(name));
  return { status, headers: Object.fromEntries(kept), body: isJson ? JSON.parse(text) : text };
}
