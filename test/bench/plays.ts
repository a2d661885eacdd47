import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { startGuildhall, stop, temporaryFolder, type Server } from './processes.ts';
import { median, number, printTable, verdict } from './report.ts';

const userId = '221905671296253953';
const token = 'gDURWm1gkLEjmFcjKs1CzWkUIkIDJQ486iheIfcr728jb6MxG2RUaoLnTdCILxLJ';
const sounds = 500;
const pageLength = 50;

/** Guilds by their ids, and how much was played in each. */
const guilds = [{ guild: '1000', plays: 100 }, { guild: '2000', plays: 1_000_000 }] as const;
type Guild = (typeof guilds)[number];

/** Pages of which both guilds have one; the last is where plain offsets would have to count all that lies before. */
const pages: readonly { readonly name: string; readonly path: (of: Guild) => string }[] = [
  { name: 'newest plays', path: ({ guild }) => `/api/logs/${guild}?limit=${pageLength}` },
  { name: 'oldest plays', path: ({ guild, plays }) => `/api/logs/${guild}?limit=${pageLength}&from=${plays - pageLength}` },
  { name: 'most played', path: ({ guild }) => `/api/stats/${guild}?limit=${pageLength}` },
];

/** Whether a page of a guild's log and of its statistics costs the same, however much was played there. */
export async function benchPlays(requests: number): Promise<void> {
  const folder = temporaryFolder();
  const server = await startGuildhall(folder);
  seed(join(folder, 'guildhall.db'));
  const agent = new Agent({ keepAlive: true });
  console.log(`\nA page of ${pageLength} of a guild with ${guilds.map(({ plays }) => number(plays)).join(' and with ')} plays (${requests * 4} requests each, in turns)`);
  const rows: string[][] = [];
  let worst = 0;
  for (const { name, path } of pages) {
    const timesMs: readonly number[][] = guilds.map(() => []);
    for (let round = -10; round < requests * 4; round += 1) {
      for (const [index, guild] of guilds.entries()) {
        const timeMs = await query(agent, server, path(guild));
        if (round >= 0) timesMs[index]?.push(timeMs);
      }
    }
    const [few = Number.NaN, many = Number.NaN] = timesMs.map(median);
    worst = Math.max(worst, many / few);
    rows.push([name, number(few, 2), number(many, 2), number(many / few, 2)]);
  }
  agent.destroy();
  stop(server);
  printTable(['median ms', ...guilds.map(({ plays }) => number(plays)), 'ratio'], rows);
  verdict(`worst ratio ${number(worst, 2)}`, 'aim ≤ 1.3', worst <= 1.3);
}

/** A member of both guilds, and what was played there in the course of time. */
function seed(file: string): void {
  const db = new Sqlite(file);
  const play = db.prepare(`INSERT INTO soundboard_play (guild_id, number, played_at_ms, user_id, user_tag, source, sound)
    VALUES (?, ?, ?, '${userId}', 'aino', 'local', ?)`);
  const count = db.prepare('INSERT INTO soundboard_count (guild_id, sound, negated_count, first_number) VALUES (?, ?, ?, ?)');
  const log = db.prepare('INSERT INTO soundboard_log (guild_id, plays, last_played_at_ms) VALUES (?, ?, ?)');
  const startMs = Date.UTC(2020, 0);
  db.transaction(() => {
    const { lastInsertRowid: account } = db.prepare('INSERT INTO account (created_at_ms) VALUES (0)').run();
    db.prepare('INSERT INTO soundboard_profile (account_id, user_id, tag) VALUES (?, ?, ?)').run(account, userId, 'aino');
    db.prepare('INSERT INTO credential (account_id, scheme, hash, created_at_ms) VALUES (?, ?, ?, 0)')
      .run(account, 'soundboardToken', createHash('sha256').update(`${userId}:${token}`).digest('hex'));
    for (const { guild, plays } of guilds) {
      db.prepare('INSERT INTO soundboard_membership (account_id, guild_id) VALUES (?, ?)').run(account, guild);
      for (let played = 1; played <= plays; played += 1) play.run(guild, played, startMs + played * 1000, `sound ${played % sounds}.mp3`);
      for (let sound = 1; sound <= Math.min(plays, sounds); sound += 1) count.run(guild, `sound ${sound % sounds}.mp3`, -Math.ceil(plays / sounds), sound);
      log.run(guild, plays, startMs + plays * 1000);
    }
  })();
  db.close();
}

async function query(agent: Agent, { port }: Server, path: string): Promise<number> {
  const startMs = performance.now();
  const headers = { authorization: `Basic ${Buffer.from(`${userId}:${token}`).toString('base64')}` };
  const [answer] = (await once(get({ agent, host: '127.0.0.1', port, path, headers }), 'response')) as [IncomingMessage];
  const chunks: Buffer[] = await answer.toArray();
  const timeMs = performance.now() - startMs;
  const { n } = JSON.parse(Buffer.concat(chunks).toString()) as { n?: number };
  if (n !== pageLength) throw new Error(`${path} answered ${answer.statusCode} with ${n} entries`);
  return timeMs;
}
