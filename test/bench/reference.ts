import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Sqlite from 'better-sqlite3';
import { authenticator, openStore, type Setup } from './reference-store.ts';

/*
 * What a heartbeat costs without any framework: bare node:http and better-sqlite3, the same authentication, checks and
 * change of state, and the same durability. Heartbeats that arrive in one turn of the event loop share a transaction,
 * and each is answered after its commit. It stands for what is left when everything that can be saved is saved, so it
 * has no routing table, no error shapes and no other operations.
 */

type Fields = [project: string | null, language: string | null, editor: string | null, host: string | null];

interface Running {
  readonly project_name: string | null;
  readonly language: string | null;
  readonly editor_name: string | null;
  readonly hostname: string | null;
  readonly started_at_ms: number;
  readonly last_heartbeat_at_ms: number;
}

const idleMs = 900_000;
const tailMs = 30_000;

function text(value: unknown, maxLength: number): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && value.length <= maxLength && !value.includes('\0')) return value;
  throw new TypeError('Bad heartbeat');
}

function parse(body: Buffer): Fields {
  const json: unknown = JSON.parse(body.toString());
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new TypeError('Bad heartbeat');
  const { project_name, language, editor_name, hostname } = json as Record<string, unknown>;
  const project = text(project_name, 64);
  return [
    project?.startsWith('tmp.') ? 'tmp' : project,
    text(language, 32),
    text(editor_name, 32),
    text(hostname, 32),
  ];
}

/** Records heartbeats as the server does; answers the session's ISO 8601 duration so far, or 0 for a new one. */
function recorder(db: Sqlite.Database): (account: number, fields: Fields, nowMs: number) => string {
  const find = db.prepare<[number], Running>('SELECT * FROM coding_running_session WHERE account_id = ?');
  const extend = db.prepare('UPDATE coding_running_session SET last_heartbeat_at_ms = ? WHERE account_id = ?');
  const begin = db.prepare('INSERT OR REPLACE INTO coding_running_session VALUES (?, ?, ?, ?, ?, ?, ?)');
  const end = db.prepare(`INSERT INTO coding_session
    (account_id, project_name, language, editor_name, hostname, started_at_ms, duration_seconds)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);

  return (account, fields, nowMs) => {
    const running = find.get(account);
    if (running !== undefined) {
      const before: Fields = [running.project_name, running.language, running.editor_name, running.hostname];
      const gapMs = nowMs - running.last_heartbeat_at_ms;
      const isSame = fields.every((field, index) => field === before[index]);
      if (isSame && gapMs <= idleMs) {
        extend.run(nowMs, account);
        return `PT${(nowMs - running.started_at_ms) / 1000}S`;
      }
      const endMs = !isSame && gapMs < tailMs ? nowMs : running.last_heartbeat_at_ms;
      end.run(account, ...before, running.started_at_ms, Math.floor((endMs - running.started_at_ms) / 1000));
    }
    begin.run(account, ...fields, nowMs, nowMs);
    return '0';
  };
}

function answer(response: ServerResponse, status: number, body: string): void {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, headers).end(body);
}

function read(request: IncomingMessage, done: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => done(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
}

function serve(db: Sqlite.Database) {
  const authenticate = authenticator(db);
  const record = recorder(db);
  let waiting: { account: number; fields: Fields; response: ServerResponse }[] = [];

  const recordAll = db.transaction((batch: typeof waiting, nowMs: number) =>
    batch.map(({ account, fields }) => record(account, fields, nowMs)),
  );
  const commit = () => {
    const batch = waiting;
    waiting = [];
    const answers = recordAll(batch, Date.now());
    for (const [index, { response }] of batch.entries()) answer(response, 200, answers[index] ?? '');
  };

  return createServer((request, response) => {
    if (request.method !== 'POST' || request.url !== '/activity/update') return answer(response, 404, 'Not Found');
    const account = authenticate(request.headers.authorization);
    if (account === undefined) return answer(response, 401, 'You are not authorized');
    read(request, (body) => {
      let fields: Fields;
      try {
        fields = parse(body);
      } catch {
        return answer(response, 400, 'Bad Request');
      }
      if (waiting.push({ account, fields, response }) === 1) setImmediate(commit);
    });
  });
}

process.once('message', (setup: Setup) => {
  const server = serve(openStore(setup));
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
});
process.on('disconnect', () => process.exit());
