import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { register } from './accounts.ts';
import { startGuildhall, stop, temporaryFolder, type Server } from './processes.ts';
import { median, number, printTable, verdict } from './report.ts';

const ownSessions = 10_000;
const otherSessions = 1_000_000;
const otherPeople = 100;

interface Subject {
  readonly name: string;
  readonly server: Server;
  readonly token: string;
  readonly timesMs: number[];
}

/** Whether one person's data costs the same to read, however much of other people's lies beside it. */
export async function benchDataQuery(requests: number): Promise<void> {
  const subjects = [await subject('alone', 0), await subject('beside 1,000,000', otherSessions)] as const;
  const agent = new Agent({ keepAlive: true });
  for (let round = -2; round < requests; round += 1) {
    for (const { server, token, timesMs } of subjects) {
      const timeMs = await query(agent, server, token);
      if (round >= 0) timesMs.push(timeMs);
    }
  }
  agent.destroy();

  console.log(`\nOne person's ${number(ownSessions)} sessions (${requests} requests each, in turns)`);
  printTable(
    ['', 'median ms', 'fastest ms'],
    subjects.map(({ name, timesMs }) => [name, number(median(timesMs), 1), number(Math.min(...timesMs), 1)]),
  );
  const [alone, beside] = subjects.map(({ timesMs }) => median(timesMs));
  const ratio = (beside ?? Number.NaN) / (alone ?? Number.NaN);
  verdict(`ratio ${number(ratio, 2)}`, 'aim ≤ 1.2', ratio <= 1.2);
  for (const { server } of subjects) stop(server);
}

async function subject(name: string, others: number): Promise<Subject> {
  const folder = temporaryFolder();
  const server = await startGuildhall(folder);
  const [token = ''] = await register(server, 1);
  seed(join(folder, 'guildhall.db'), others);
  return { name, server, token, timesMs: [] };
}

/** Lays the person's sessions among the others' as years of use would: by time, not one person after the other. */
function seed(file: string, others: number): void {
  const db = new Sqlite(file);
  const own = db.prepare<[], number>('SELECT account_id FROM coding_profile').pluck().get() ?? 0;
  const account = db.prepare('INSERT INTO account (created_at_ms) VALUES (0)');
  const profile = db.prepare(`INSERT INTO coding_profile
    (account_id, username, username_key, friend_code, registered_at_ms)
    VALUES (@person, 'other' || @person, 'other' || @person, @person, 0)`);
  const session = db.prepare(`INSERT INTO coding_session
    (account_id, project_name, language, editor_name, hostname, started_at_ms, duration_seconds)
    VALUES (?, 'guildhall', 'typescript', 'vscode', 'laptop', ?, 600)`);

  db.transaction(() => {
    const people = Array.from({ length: otherPeople }, () => account.run().lastInsertRowid);
    for (const person of people) profile.run({ person });
    const between = others / ownSessions;
    for (let index = 0; index < ownSessions; index += 1) {
      const startedAtMs = Date.UTC(2026, 0) + index * 900_000;
      session.run(own, startedAtMs);
      for (let other = 0; other < between; other += 1) session.run(people[other % otherPeople], startedAtMs + other);
    }
  })();
  db.close();
}

async function query(agent: Agent, { port }: Server, token: string): Promise<number> {
  const startMs = performance.now();
  const headers = { authorization: `Bearer ${token}` };
  const [answer] = (await once(
    get({ agent, host: '127.0.0.1', port, path: '/users/@me/activity/data', headers }),
    'response',
  )) as [IncomingMessage];
  const chunks: Buffer[] = await answer.toArray();
  const timeMs = performance.now() - startMs;
  const count = answer.statusCode === 200 ? (JSON.parse(Buffer.concat(chunks).toString()) as unknown[]).length : 0;
  if (count !== ownSessions) throw new Error(`The query answered ${answer.statusCode} with ${count} sessions`);
  return timeMs;
}
