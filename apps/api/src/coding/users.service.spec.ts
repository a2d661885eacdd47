import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountEntities, Accounts, Credentials, Passwords } from '#accounts';
import { Database } from '#persistence';
import { CodingFriendship } from './friendship.entity.js';
import { CodingProfile } from './profile.entity.js';
import { CodingProfiles } from './profiles.service.js';
import { CodingSession, RunningCodingSession } from './session.entity.js';
import { CodingUsers } from './users.service.js';

const entities = [...accountEntities, CodingProfile, CodingSession, RunningCodingSession, CodingFriendship];
const password = 'correct horse battery';

let folder: string;
let database: Database;
let credentials: Credentials;
let accounts: Accounts;
let users: CodingUsers;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-'));
  database = await Database.open({ url: `sqlite:${join(folder, 'guildhall.db')}`, entities });
  credentials = new Credentials(database);
  accounts = new Accounts(database, credentials);
  const profiles = new CodingProfiles(database, accounts);
  users = new CodingUsers(database, accounts, credentials, new Passwords(database), profiles);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const accountOf = async (token: string) => (await credentials.resolve('codingToken', token))?.account ?? 0;
const rows = async (table: string) => (await database.statement(`select * from ${table}`)(database.fork())).length;

describe('register', () => {
  it('makes an account whose token works', async () => {
    const startMs = Date.now();
    const token = await users.register('Aino', password);
    expect(token).toMatch(/^[A-Za-z0-9]{32}$/);
    const account = await accountOf(token);
    const shown = await users.show(account);
    expect(shown).toMatchObject({ id: account, user_name: 'Aino', username: 'Aino' });
    expect(shown.friend_code).toMatch(/^[A-Za-z0-9]{24}$/);
    expect(shown.registration_time).toMatch(/Z$/);
    expect(Date.parse(shown.registration_time)).toBeGreaterThanOrEqual(startMs);
  });

  it('refuses a name that somebody has in another case', async () => {
    await users.register('eero', password);
    await expect(users.register('EERO', password)).rejects.toMatchObject({ status: 409, detail: 'User exists' });
  });

  it('lets one of many win a name, and the others leave nothing behind', async () => {
    const counts = () => Promise.all(['account', 'credential', 'password', 'coding_profile'].map(rows));
    const before = await counts();
    const names = ['helmi', 'Helmi', 'HELMI', 'helmI', 'hElmi'];
    const results = await Promise.allSettled(names.map((name) => users.register(name, password)));
    const refusals = results.filter((result) => result.status === 'rejected');
    expect(refusals.map(({ reason }) => reason.status)).toEqual([409, 409, 409, 409]);
    expect(await counts()).toEqual(before.map((count) => count + 1));
  });

  it('takes __proto__ for a name like any other', async () => {
    const account = await accountOf(await users.register('__proto__', password));
    expect(await users.show(account)).toMatchObject({ username: '__proto__' });
    expect(await accountOf(await users.signIn('__PROTO__', password))).toBe(account);
  });
});

describe('signIn', () => {
  it('gives a further token, by a name in any case', async () => {
    const first = await users.register('Onni', password);
    const second = await users.signIn('oNNI', password);
    expect(second).not.toBe(first);
    expect(await accountOf(second)).toBe(await accountOf(first));
  });

  it('answers an unknown name and a wrong password alike', async () => {
    await users.register('Veikko', password);
    const refusal = { status: 401, detail: 'Invalid username or password' };
    await expect(users.signIn('Veikko', 'incorrect horse')).rejects.toMatchObject(refusal);
    await expect(users.signIn('nobody', password)).rejects.toMatchObject(refusal);
    await expect(users.signIn('', '')).rejects.toMatchObject(refusal);
  });
});

describe('changePassword', () => {
  it('replaces the password and keeps the tokens', async () => {
    const token = await users.register('Kerttu', password);
    await users.changePassword(await accountOf(token), password, 'a longer phrase');
    expect(await accountOf(token)).not.toBe(0);
    await expect(users.signIn('Kerttu', password)).rejects.toMatchObject({ status: 401 });
    expect(await users.signIn('Kerttu', 'a longer phrase')).toBeDefined();
  });

  it('changes nothing when the old password is wrong', async () => {
    const account = await accountOf(await users.register('Toivo', password));
    await expect(users.changePassword(account, 'incorrect horse', 'a longer phrase')).rejects.toMatchObject({
      status: 401, detail: 'Invalid username or password',
    });
    expect(await users.signIn('Toivo', password)).toBeDefined();
  });
});

describe('regenerateToken', () => {
  it('ends every token but the new one', async () => {
    const tokens = [await users.register('Saima', password), await users.signIn('Saima', password)];
    const account = await accountOf(tokens[0]!);
    const token = await users.regenerateToken(account);
    expect(await Promise.all(tokens.map(accountOf))).toEqual([0, 0]);
    expect(await accountOf(token)).toBe(account);
  });

  it('leaves one token when asked for many at once', async () => {
    const account = await accountOf(await users.register('Lempi', password));
    const tokens = await Promise.all([1, 2, 3, 4].map(() => users.regenerateToken(account)));
    expect((await Promise.all(tokens.map(accountOf))).filter((found) => found === account)).toHaveLength(1);
  });
});

describe('a person who is forgotten', () => {
  it('leaves nothing behind, and is no longer let in', async () => {
    const account = await accountOf(await users.register('Urho', password));
    const running = database.statement(`
      insert into coding_running_session (account_id, started_at_ms, last_heartbeat_at_ms) values (?, 0, 0)`);
    await database.write(async (em) => void (await running(em, account)));
    await database.write((em) => accounts.forget(em, account));
    expect(await rows('coding_running_session')).toBe(0);
    await expect(users.show(account)).rejects.toMatchObject({ status: 401 });
    await expect(users.regenerateToken(account)).rejects.toMatchObject({ status: 401 });
    expect(await users.register('Urho', password)).toBeDefined();
  });
});
