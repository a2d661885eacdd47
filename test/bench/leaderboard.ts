import { hash } from 'node:crypto';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { startGuildhall, stop, temporaryFolder, type Server } from './processes.ts';
import { median, number, printTable, verdict } from './report.ts';

/** Between 1 and 99 for each person. */
const tomatoesEach = 50;
const warmUps = 15;
/** Nobody can record twice, and there are a hundred people. */
const mostRequests = 80;
const dayMs = 86_400_000;
const never = Number.MAX_SAFE_INTEGER;

interface Subject {
  readonly people: number;
  readonly server: Server;
  readonly timesMs: Map<string, number[]>;
}

interface Act {
  readonly name: string;
  /** By the turn, so that recording meets somebody new each time. */
  readonly ask: (turn: number) => readonly [method: string, path: string, person?: number];
}

const acts: readonly Act[] = [
  { name: 'overall, page 1', ask: () => ['GET', '/api/leaderboard/overall'] },
  { name: 'overall, page 4', ask: () => ['GET', '/api/leaderboard/overall?page=4'] },
  { name: 'daily, page 1', ask: () => ['GET', '/api/leaderboard/daily'] },
  { name: 'recording a tomato', ask: (turn) => ['POST', '/api/tomatoes', turn] },
];

/** Whether leaderboards, and recording for them, cost the same however many people and tomatoes there are. */
export async function benchLeaderboard(wanted: number): Promise<void> {
  const requests = Math.min(wanted, mostRequests);
  const subjects = [await subject(100, requests), await subject(100_000, requests)] as const;
  const agent = new Agent({ keepAlive: true });
  for (let turn = 0; turn < warmUps + requests; turn += 1) {
    for (const { server, timesMs } of subjects) {
      for (const { name, ask } of acts) {
        const timeMs = await measure(agent, server, ...ask(turn));
        if (turn >= warmUps) timesMs.set(name, [...(timesMs.get(name) ?? []), timeMs]);
      }
    }
  }
  agent.destroy();

  console.log(`\nLeaderboards: median ms of ${requests} requests each, in turns`);
  const medians = acts.map(({ name }) => subjects.map(({ timesMs }) => median(timesMs.get(name) ?? [])));
  printTable(
    [
      '', ...subjects.map(({ people }) => `${number(people)} people, ${number(people * tomatoesEach)} tomatoes`),
      'ratio',
    ],
    acts.map(({ name }, index) => {
      const [few = Number.NaN, many = Number.NaN] = medians[index] ?? [];
      return [name, number(few, 2), number(many, 2), number(many / few, 2)];
    }),
  );
  const [few = Number.NaN, many = Number.NaN] = medians[0] ?? [];
  verdict(`ratio of the first page ${number(many / few, 2)}`, 'aim ≤ 1.2', many / few <= 1.2);
  for (const { server } of subjects) stop(server);
}

async function subject(people: number, signedIn: number): Promise<Subject> {
  const folder = temporaryFolder();
  const server = await startGuildhall(folder);
  seed(join(folder, 'guildhall.db'), people, warmUps + signedIn);
  return { people, server, timesMs: new Map() };
}

const tokenOf = (person: number): string => hash('md5', String(person));

/** People whose tomatoes lie 25 minutes apart, the latest half an hour ago; the first of them are signed in. */
function seed(file: string, people: number, signedIn: number): void {
  const db = new Sqlite(file);
  db.pragma('cache_size = -200000');
  const latestMs = Date.now() - 1_800_000;
  const midnightMs = Date.now() - (Date.now() % dayMs);
  const counting = 'with recursive n (i) as (values (1) union all select i + 1 from n where i < ?)';
  const score = `insert into pomodoro_score (account_id, period, ends_at_ms, negated_score, reached_at_ms)
    select account_id, ?, ?, -count(*), max(created_at_ms) from pomodoro_tomato
    where created_at_ms >= ? group by account_id`;
  const board = `insert into pomodoro_board (period, ends_at_ms, people)
    select ?, ?, count(*) from pomodoro_score where period = ?`;
  db.transaction(() => {
    db.prepare(`${counting} insert into account (id, created_at_ms) select i, 0 from n`).run(people);
    db.prepare(`insert into pomodoro_profile
        (account_id, public_id, github_id, name, ticking, created_at_ms, updated_at_ms)
      select id, printf('%024x', id), id, 'Person ' || id, 0, 0, 0 from account`).run();
    db.prepare(`${counting} insert into pomodoro_tomato (id, account_id, tags, created_at_ms, updated_at_ms)
      select printf('%012x%012x', account_id, i), account_id, '["work"]', ? - account_id - i * 1500000, 0
      from pomodoro_profile cross join n where i <= 1 + account_id % 99`).run(99, latestMs);
    for (const [period, endsAtMs, sinceMs] of [
      ['overall', never, 0], ['daily', midnightMs + dayMs, midnightMs],
    ] as const) {
      db.prepare(score).run(period, endsAtMs, sinceMs);
      db.prepare(board).run(period, endsAtMs, period);
    }
    const credential = db.prepare(
      "insert into credential (account_id, scheme, hash, created_at_ms) values (?, 'pomodoroToken', ?, 0)",
    );
    for (let person = 1; person <= signedIn; person += 1) credential.run(person, hash('sha256', tokenOf(person - 1)));
  })();
  db.close();
}

async function measure(agent: Agent, { port }: Server, method: string, path: string, person?: number): Promise<number> {
  const startMs = performance.now();
  const sent = request({ agent, host: '127.0.0.1', port, method, path, headers: {
    'content-type': 'application/json', ...(person !== undefined && { authorization: tokenOf(person) }),
  } });
  sent.end(person === undefined ? undefined : JSON.stringify({ tomato: { tag_list: 'work' } }));
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = await answer.toArray();
  const timeMs = performance.now() - startMs;
  if ((answer.statusCode ?? 500) >= 300) {
    throw new Error(`${method} ${path} answered ${answer.statusCode}: ${Buffer.concat(chunks).toString()}`);
  }
  return timeMs;
}
