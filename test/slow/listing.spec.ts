import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountEntities } from '#accounts';
import { Database } from '#persistence';
import { coding } from '../../sdk/src/coding.js';
import { type ServerProcess, startServer } from '../support/server.js';

const count = 500_000;
const mebibyte = 1024 * 1024;
const path = '/users/@me/activity/data';

let dataDir: string;
let server: ServerProcess;
let token: string;

/** Runs a statement on the database, past the server. */
async function run(sql: string): Promise<void> {
  const database = await Database.open({ url: `sqlite:${dataDir}/guildhall.db`, entities: accountEntities });
  await database.write((em) => database.statement(sql)(em));
  await database.close();
}

const columns = 'account_id, project_name, language, editor_name, hostname, started_at_ms, duration_seconds';
const storeMany = `
  with recursive n (i) as (select 1 union all select i + 1 from n where i < ${count})
  insert into coding_session (${columns})
  select account_id, 'project ' || i % 100, 'typescript', 'Neovim', 'workbench', 1000 * i, i % 1000
  from n, coding_profile`;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'guildhall-listing-'));
  server = await startServer(dataDir);
  const body = { username: 'aino', password: 'correct horse battery' };
  token = await coding({ baseUrl: server.url }).registerCodingUser({ body });
  await server.end('SIGTERM');
  await run(storeMany);
  // All of them would not fit into this; without a limit, V8 would put off collecting what it could have collected.
  server = await startServer(dataDir, { NODE_OPTIONS: '--max-old-space-size=128' });
});
afterAll(async () => {
  await server.end('SIGKILL');
  await rm(dataDir, { recursive: true });
});

const ask = (url: string) => fetch(server.url + url, { headers: { authorization: `Bearer ${token}` } });

/** The most memory that the server has ever held. */
function peakBytes(): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

describe.skipIf(!existsSync('/proc/self/status'))('half a million sessions', () => {
  it('are listed without all of them being in memory', async () => {
    // What is compiled, cached and kept in reserve for long lists is there before the measurement begins.
    await (await ask(`${path}?to=100000`)).text();
    const before = peakBytes();
    let bytes = 0;
    let sessions = 0;
    for await (const chunk of (await ask(path)).body as ReadableStream<Uint8Array>) {
      bytes += chunk.length;
      sessions += chunk.reduce((sum, byte) => sum + Number(byte === 0x7b), 0);
    }
    expect(sessions).toBe(count);
    expect(bytes).toBeGreaterThan(48 * mebibyte);
    expect(peakBytes() - before).toBeLessThan(96 * mebibyte);
  });

  it('make the server wait for a client that does not read, and not remember', async () => {
    const before = peakBytes();
    const unread = await Promise.all(Array.from({ length: 8 }, () => ask(path)));
    // Others are answered meanwhile.
    for (let others = 0; others < 200; others += 1) expect(await (await ask('/users/@me')).json()).toBeDefined();
    expect(peakBytes() - before).toBeLessThan(96 * mebibyte);
    await Promise.all(unread.map(({ body }) => body!.cancel()));
    expect((await ask('/users/@me')).status).toBe(200);
  });
});

it('a list that fails halfway is broken off, so that nobody takes a part for the whole', async () => {
  const response = await ask(path);
  await run('alter table coding_session rename to hidden');
  await expect(response.text()).rejects.toThrow('terminated');
  await run('alter table hidden rename to coding_session');
  expect((await ask(`${path}?to=1`)).status).toBe(200);
});
