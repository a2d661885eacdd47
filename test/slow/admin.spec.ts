import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { send } from '../support/http.js';
import { type ServerProcess, startServer } from '../support/server.js';

const main = fileURLToPath(new URL('../../dist/apps/api/src/admin/main.js', import.meta.url));
const rounds = [1, 2, 3, 4];
const perRound = 5;

let dataDir: string;
let server: ServerProcess;
let count = 0;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'guildhall-admin-'));
  server = await startServer(dataDir, { INVITE_REQUIRED: 'true' });
});
afterAll(async () => {
  await server.end('SIGTERM');
  await rm(dataDir, { recursive: true });
});

/** The lines that a command prints; rejects unless it succeeds. */
async function admin(...args: readonly string[]): Promise<string[]> {
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir };
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...args], { env });
  return stdout.trim().split('\n');
}

async function register(invite: string): Promise<number> {
  const json = { name: 'Aino', email: `person.${(count += 1)}@example.org`, password: 'correct horse battery', invite };
  const { status } = await send(server.url, { method: 'POST', path: '/v1/user', json });
  return status;
}

it('several commands at once and a busy server share the database', async () => {
  let waiting: string[] = [];
  const statuses: number[] = [];
  for (const _ of rounds) {
    const using = Promise.all(waiting.flatMap((invite) => [register(invite), register(invite)]));
    const made = await Promise.all([1, 2].map(() => admin('invite', 'create', '--count', String(perRound))));
    statuses.push(...(await using));
    waiting = made.flat();
  }
  const isIn = statuses.filter((status) => status === 201);
  expect(isIn).toHaveLength((rounds.length - 1) * 2 * perRound);
  expect(statuses.filter((status) => status === 404)).toHaveLength(isIn.length);

  const revoked = await admin('invite', 'revoke', ...waiting);
  expect(revoked).toEqual(waiting.map((code) => `Revoked ${code}.`));
  expect(await Promise.all(waiting.map(register))).toEqual(waiting.map(() => 404));
  expect(await admin('invite', 'list', '--json')).toEqual(['[]']);
  const all = await admin('invite', 'list', '--all');
  expect(all.filter((line) => line.includes('used by person.'))).toHaveLength(isIn.length);
});

it('fails with a code that scripts can tell', async () => {
  await expect(admin('invite', 'revoke', 'nonsense')).rejects.toMatchObject({ code: 1, stdout: '' });
  await expect(admin('invite', 'renew')).rejects.toMatchObject({ code: 2, stdout: '' });
});
