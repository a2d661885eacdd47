import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountEntities, Accounts, Credentials } from '#accounts';
import { Database } from '#persistence';
import { CodingFriends } from './friends.service.js';
import { CodingFriendship } from './friendship.entity.js';
import { CodingProfile } from './profile.entity.js';
import { CodingProfiles } from './profiles.service.js';
import { CodingSession, RunningCodingSession } from './session.entity.js';

const entities = [...accountEntities, CodingProfile, CodingSession, RunningCodingSession, CodingFriendship];
const [aino, eero, helmi] = [1, 2, 3];

let folder: string;
let database: Database;
let accounts: Accounts;
let profiles: CodingProfiles;
let friends: CodingFriends;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-'));
  database = await Database.open({ url: `sqlite:${join(folder, 'guildhall.db')}`, entities });
  accounts = new Accounts(database, new Credentials(database));
  profiles = new CodingProfiles(database, accounts);
  friends = new CodingFriends(database, profiles);
  await database.write(async (em) => {
    for (const name of ['aino', 'eero', 'helmi']) await profiles.create(em, await accounts.create(em), name);
  });
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const codeOf = async (account: number): Promise<string> => (await profiles.find(account))?.friendCode ?? '';

describe('befriend', () => {
  it('makes both friends of each other, with or without prefixes', async () => {
    await friends.befriend(aino, await codeOf(eero));
    await friends.befriend(helmi, ` ttfc_ttfc_${await codeOf(aino)}\n`);
    expect(await friends.list(aino)).toEqual(['eero', 'helmi']);
    expect(await friends.list(eero)).toEqual(['aino']);
    expect(await friends.list(helmi)).toEqual(['aino']);
    expect(await friends.areFriends(eero, helmi)).toBe(false);
  });

  it.each(['', 'ttfc_', 'b8Qv2LmZk0TtYw4RfJ6sNx1C', "' or 1 = 1 --"])('knows nobody by "%s"', async (code) => {
    await expect(friends.befriend(aino, code)).rejects.toMatchObject({ status: 404, detail: 'User not found' });
  });

  it('refuses oneself', async () => {
    await expect(friends.befriend(aino, await codeOf(aino))).rejects.toMatchObject({
      status: 403, detail: 'You cannot add yourself',
    });
    expect(await friends.list(aino)).toEqual([]);
  });

  it('refuses friends, whoever added whom', async () => {
    await friends.befriend(aino, await codeOf(eero));
    for (const [one, other] of [[aino, eero], [eero, aino]] as const) {
      await expect(friends.befriend(one, await codeOf(other))).rejects.toMatchObject({
        status: 409, detail: 'Already friends',
      });
    }
  });

  it('lets one of many win when both add each other at once', async () => {
    const [ainos, eeros] = [await codeOf(aino), await codeOf(eero)];
    const attempts = [1, 2, 3, 4, 5].flatMap(() => [friends.befriend(aino, eeros), friends.befriend(eero, ainos)]);
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await friends.list(aino)).toEqual(['eero']);
  });
});

describe('regenerateCode', () => {
  it('ends the old code and keeps the friends', async () => {
    await friends.befriend(aino, await codeOf(eero));
    const old = await codeOf(eero);
    const shown = await friends.regenerateCode(eero);
    expect(shown).toBe(`ttfc_${await codeOf(eero)}`);
    await expect(friends.befriend(helmi, old)).rejects.toMatchObject({ status: 404 });
    await friends.befriend(helmi, shown);
    expect(await friends.list(eero)).toEqual(['aino', 'helmi']);
  });

  it('refuses somebody who is gone', async () => {
    await expect(friends.regenerateCode(99)).rejects.toMatchObject({ status: 401 });
  });
});

describe('a friend who is forgotten', () => {
  it('is nobody\'s friend any more', async () => {
    await friends.befriend(aino, await codeOf(eero));
    await database.write((em) => accounts.forget(em, eero));
    expect(await friends.list(aino)).toEqual([]);
  });
});
