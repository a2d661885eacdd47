import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountEntities } from '#accounts';
import { Database } from '#persistence';
import { CodingFriendship } from './friendship.entity.js';
import { Heartbeats } from './heartbeats.service.js';
import { CodingProfile } from './profile.entity.js';
import { CodingSession, RunningCodingSession } from './session.entity.js';
import { heartbeatOf } from './sessions.js';

const entities = [...accountEntities, CodingProfile, CodingSession, RunningCodingSession, CodingFriendship];
const startMs = Date.UTC(2026, 0, 1);
const minuteMs = 60_000;
const project = (name: string) => heartbeatOf({ project_name: name });

let folder: string;
let database: Database;
let heartbeats: Heartbeats;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: startMs });
  folder = mkdtempSync(join(tmpdir(), 'guildhall-'));
  database = await Database.open({ url: `sqlite:${join(folder, 'guildhall.db')}`, entities });
  await register(3);
  heartbeats = new Heartbeats(database);
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
  vi.useRealTimers();
});

/** Makes people with the accounts 1, 2, 3, … */
async function register(people: number): Promise<void> {
  const numbers = JSON.stringify(Array.from({ length: people }, (_, index) => index + 1));
  const account = database.statement('insert into account (id, created_at_ms) select value, 0 from json_each(?)');
  const profile = database.statement(`
    insert into coding_profile (account_id, username, username_key, friend_code, registered_at_ms)
    select value, value, value, value, 0 from json_each(?)`);
  await database.write(async (em) => {
    await account(em, numbers);
    await profile(em, numbers);
  });
}

const inDatabase = (sql: string) => database.statement<Record<string, unknown>>(sql)(database.fork());
const stored = () => inDatabase('select account_id, project_name, duration_seconds from coding_session order by id');
const running = () => inDatabase('select account_id, project_name from coding_running_session order by account_id');
const pass = (durationMs: number) => vi.setSystemTime(Date.now() + durationMs);

describe('record', () => {
  it('begins, extends and ends a session', async () => {
    expect(await heartbeats.record(1, project('guildhall'))).toBe('0');
    pass(1318);
    expect(await heartbeats.record(1, project('guildhall'))).toBe('PT1.318S');
    pass(20_000);
    expect(await heartbeats.record(1, project('attic'))).toBe('0');
    expect(await stored()).toEqual([{ account_id: 1, project_name: 'guildhall', duration_seconds: 21 }]);
    expect(await running()).toEqual([{ account_id: 1, project_name: 'attic' }]);
  });

  it('keeps the running session in the database, for whichever process comes next', async () => {
    await heartbeats.record(1, project('guildhall'));
    pass(minuteMs);
    expect(await new Heartbeats(database).record(1, project('guildhall'))).toBe('PT60S');
  });

  it('keeps all four members apart, null and any text included', async () => {
    const awkward = { project_name: '__proto__', language: '', editor_name: '"\'\\[1] ?', hostname: null };
    const heartbeat = heartbeatOf(awkward);
    await heartbeats.record(1, heartbeat);
    expect(await heartbeats.record(1, heartbeat)).toBe('PT0S');
    await heartbeats.flush(1);
    const kept = await inDatabase('select project_name, language, editor_name, hostname from coding_session');
    expect(kept).toEqual([awkward]);
  });

  it('takes equal heartbeats that come at once for one session', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => heartbeats.record(1, project('guildhall'))));
    expect(answers).toEqual(['0', ...Array<string>(19).fill('PT0S')]);
    expect(await stored()).toEqual([]);
  });

  it('stores no session twice when changed heartbeats come at once', async () => {
    await heartbeats.record(1, project('first'));
    pass(minuteMs);
    const names = Array.from({ length: 20 }, (_, index) => `project ${index}`);
    await Promise.all(names.map((name) => heartbeats.record(1, project(name))));
    expect((await stored()).map(({ project_name: name }) => name)).toEqual(['first', ...names.slice(0, -1)]);
    expect(await running()).toEqual([{ account_id: 1, project_name: names.at(-1) }]);
  });

  it('leaves everybody else alone, and refuses only who is gone', async () => {
    const beats = [1, 99, 2].map((account) => heartbeats.record(account, project(`of ${account}`)));
    const answers = await Promise.allSettled(beats);
    expect(answers).toMatchObject([{ value: '0' }, { reason: { status: 401 } }, { value: '0' }]);
    expect(await running()).toEqual([{ account_id: 1, project_name: 'of 1' }, { account_id: 2, project_name: 'of 2' }]);
  });
});

describe('flush', () => {
  it('keeps its place between heartbeats that come at once', async () => {
    const twice = [1, 2].flatMap(() => [heartbeats.record(1, project('guildhall')), heartbeats.flush(1)]);
    expect(await Promise.all(twice)).toEqual(['0', undefined, '0', undefined]);
    expect(await stored()).toHaveLength(2);
    expect(await running()).toEqual([]);
  });

  it('does nothing where no session is running', async () => {
    await heartbeats.flush(1);
    expect(await stored()).toEqual([]);
  });
});

describe('storeIdle', () => {
  it('stores what is idle and nothing else, however much it is', async () => {
    await database.write((em) => database.statement('delete from account where 1 = 1')(em));
    await register(450);
    const accounts = Array.from({ length: 450 }, (_, index) => index + 1);
    await Promise.all(accounts.map((account) => heartbeats.record(account, project('idle'))));
    pass(15 * minuteMs);
    await heartbeats.record(7, project('idle'));
    pass(1);
    await heartbeats.storeIdle();
    expect(await running()).toEqual([{ account_id: 7, project_name: 'idle' }]);
    const people = (await stored()).map((session) => Number(session['account_id']));
    expect(people.sort((one, other) => one - other)).toEqual(accounts.filter((account) => account !== 7));
  });

  it('stores no session twice when heartbeats and flushes come meanwhile', async () => {
    await Promise.all([1, 2, 3].map((account) => heartbeats.record(account, project('guildhall'))));
    pass(15 * minuteMs + 1);
    await Promise.all([
      heartbeats.storeIdle(),
      heartbeats.record(1, project('guildhall')),
      heartbeats.flush(2),
      heartbeats.record(3, project('attic')),
      heartbeats.storeIdle(),
    ]);
    expect(await stored()).toHaveLength(3);
    expect(await running()).toEqual([
      { account_id: 1, project_name: 'guildhall' },
      { account_id: 3, project_name: 'attic' },
    ]);
  });
});
