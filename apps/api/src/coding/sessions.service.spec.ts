import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountEntities, Accounts, Credentials } from '#accounts';
import { Database } from '#persistence';
import type { Schema } from './coding.contract.js';
import { CodingFriends } from './friends.service.js';
import { CodingFriendship } from './friendship.entity.js';
import { CodingProfile } from './profile.entity.js';
import { CodingProfiles } from './profiles.service.js';
import { CodingSession, RunningCodingSession } from './session.entity.js';
import { CodingSessions, type SessionFilter } from './sessions.service.js';

const entities = [...accountEntities, CodingProfile, CodingSession, RunningCodingSession, CodingFriendship];
const [aino, eero, helmi] = [1, 2, 3];
const count = 2_500;

let folder: string;
let database: Database;
let sessions: CodingSessions;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-'));
  database = await Database.open({ url: `sqlite:${join(folder, 'guildhall.db')}`, entities });
  const profiles = new CodingProfiles(database, new Accounts(database, new Credentials(database)));
  sessions = new CodingSessions(database, profiles, new CodingFriends(database, profiles));
  await database.write(async (em) => {
    for (const [index, name] of ['Aino', 'eero', 'helmi'].entries()) {
      await database.statement('insert into account (id, created_at_ms) values (?, 0)')(em, index + 1);
      await profiles.create(em, index + 1, name);
    }
    await database.statement('insert into coding_friendship (lower_id, higher_id, created_at_ms) values (1, 2, 0)')(em);
    // Seven sessions begin in each millisecond, and pages end among them; the rows come in no order.
    const session = database.statement(`
      insert into coding_session
        (account_id, project_name, language, editor_name, hostname, started_at_ms, duration_seconds)
      values (?, ?, ?, ?, null, ?, ?)`);
    for (let index = count - 1; index >= 0; index -= 1) {
      const startedAtMs = Math.floor(index / 7) * 250;
      const language = [null, '', 'typescript', 'TypeScript'][index % 4] ?? null;
      const editor = index % 2 === 0 ? 'Neovim' : 'Zed';
      await session(em, aino, `project ${index}`, language, editor, startedAtMs, index);
      await session(em, helmi, 'not to be seen', 'typescript', 'Neovim', startedAtMs, index);
    }
  });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

async function list(caller: number, username: string, filter?: SessionFilter): Promise<Schema<'CodingSession'>[]> {
  const listed: Schema<'CodingSession'>[] = [];
  for await (const session of await sessions.list(caller, username, filter)) listed.push(session);
  return listed;
}

/** Durations are all different here, and tell which sessions a filter lets through. */
async function durations(filter: SessionFilter): Promise<number[]> {
  const listed = await list(aino, '@me', filter);
  return listed.map(({ duration }) => duration).sort((one, other) => one - other);
}

describe('list', () => {
  it('gives every session once, in the order of their starts, over all pages', async () => {
    const all = await list(aino, '@me');
    expect(new Set(all.map((session) => session.project_name)).size).toBe(count);
    expect(all).toHaveLength(count);
    const starts = all.map((session) => session.start_time);
    expect(starts).toEqual([...starts].sort((one, other) => one - other));
  });

  it('names the members as the document does', async () => {
    const shown = { language: 'typescript', hostname: null, editor_name: 'Neovim', project_name: 'project 34' };
    const listed = await list(aino, '@me', { project_name: 'project 34' });
    expect(listed).toEqual([{ ...shown, start_time: 1, duration: 34 }]);
  });

  it('reads no further than it is asked to', async () => {
    const iterator = (await sessions.list(aino, '@me'))[Symbol.asyncIterator]();
    expect(await iterator.next()).toMatchObject({ done: false });
    expect(await iterator.return?.()).toMatchObject({ done: true });
  });

  it('compares texts exactly, and tells the empty one from none', async () => {
    expect(await durations({ language: 'typescript', to: 0 })).toEqual([2, 6, 10, 14, 18, 22, 26]);
    expect(await durations({ language: '', to: 0 })).toEqual([1, 5, 9, 13, 17, 21, 25]);
    expect(await durations({ hostname: '' })).toEqual([]);
    expect(await durations({ project_name: "project 1' or '1' = '1" })).toEqual([]);
  });

  it('holds a session against both names of the editor filter', async () => {
    expect(await durations({ editor: 'Zed', to: 0, min_duration: 20 })).toEqual([21, 23, 25, 27]);
    expect(await durations({ editor_name: 'Zed', to: 0, min_duration: 20 })).toEqual([21, 23, 25, 27]);
    expect(await durations({ editor: 'Zed', editor_name: 'Neovim' })).toEqual([]);
  });

  it('includes the seconds of from and to', async () => {
    expect(await durations({ from: 1, to: 1 })).toEqual(Array.from({ length: 28 }, (_, index) => 28 + index));
    expect(await durations({ from: 2, to: 1 })).toEqual([]);
  });

  it.each([
    { from: -8_640_000_000_000 },
    { to: 8_640_000_000_000 },
    { min_duration: -2_147_483_648 },
  ])('leaves nothing out for %o', async (filter) => {
    expect(await list(aino, '@me', filter)).toHaveLength(count);
  });

  it('gives a friend the same, by a name in any case', async () => {
    expect(await list(eero, 'AINO', { to: 0 })).toEqual(await list(aino, 'aino', { to: 0 }));
  });

  it('refuses a stranger and an unknown name before anything is read', async () => {
    await expect(sessions.list(helmi, 'aino')).rejects.toMatchObject({ status: 401, detail: 'You are not authorized' });
    await expect(sessions.list(aino, 'nobody')).rejects.toMatchObject({ status: 404, detail: 'User not found' });
    await expect(sessions.list(aino, '@ME')).rejects.toMatchObject({ status: 404 });
  });
});
