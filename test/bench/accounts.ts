import { randomBytes } from 'node:crypto';
import type { Server } from './processes.ts';

/** Tokens of new accounts, in the length of the server's own. */
export const inventTokens = (count: number): readonly string[] =>
  Array.from({ length: count }, () => randomBytes(16).toString('hex'));

/** Registers accounts as people do and resolves with their tokens. */
export function register({ port }: Server, count: number): Promise<readonly string[]> {
  const names = Array.from({ length: count }, (_, index) => `bench_${index}`);
  return Promise.all(
    names.map(async (username) => {
      const answer = await fetch(`http://127.0.0.1:${port}/users/register`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password: 'correct horse battery staple' }),
      });
      if (!answer.ok) throw new Error(`Registering answered ${answer.status}: ${await answer.text()}`);
      return answer.text();
    }),
  );
}

/** A request as it goes over the wire. */
export function rawRequest(method: string, path: string, token: string, body?: object): string {
  const head = [`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', `authorization: Bearer ${token}`];
  if (body === undefined) return `${head.join('\r\n')}\r\n\r\n`;
  const text = JSON.stringify(body);
  head.push('content-type: application/json', `content-length: ${Buffer.byteLength(text)}`);
  return `${head.join('\r\n')}\r\n\r\n${text}`;
}
