import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Account, accountEntities, Accounts, Credentials, Passwords, randomSecret } from '#accounts';
import type { AccountId } from '#accounts';
import { Database } from '#persistence';
import { dialects, freshDatabase } from '../../support/databases.js';
import type { FreshDatabase } from '../../support/databases.js';

describe.each(dialects)('accounts on %s', (dialect) => {
  let fresh: FreshDatabase;
  let database: Database;
  let credentials: Credentials;
  let accounts: Accounts;
  let passwords: Passwords;
  let account: AccountId;
  const count = async (table: string) => {
    const rows = await database.statement<{ count: number }>(`select count(*) as count from ${table}`)(database.fork());
    return rows[0]?.count;
  };

  beforeAll(async () => {
    fresh = await freshDatabase(dialect);
    database = await Database.open({ url: fresh.url, entities: accountEntities });
    credentials = new Credentials(database);
    passwords = new Passwords(database);
  });
  beforeEach(async () => {
    await database.write((em) => em.nativeDelete(Account, {}));
    accounts = new Accounts(database, credentials);
    account = await database.write((em) => accounts.create(em));
  });
  afterAll(async () => {
    await database.close();
    await fresh.remove();
  });

  it('are numbered, and numbers are never used again', async () => {
    await database.write((em) => accounts.forget(em, account));
    expect(await database.write((em) => accounts.create(em))).toBeGreaterThan(account);
  });

  it('are forgotten with their credentials, password and identities, and with what the APIs keep', async () => {
    const secret = randomSecret(32);
    const hash = await passwords.hash('correct horse');
    await database.write(async (em) => {
      await credentials.issue(em, account, 'codingToken', secret);
      await passwords.set(em, account, hash);
      await em.execute("insert into identity (account_id, provider, provider_id) values (?, 'github', '1')", [account]);
    });
    await credentials.resolve('codingToken', secret);
    const forgotten: AccountId[] = [];
    accounts.onForget(async (_em, id) => void forgotten.push(id));
    await database.write((em) => accounts.forget(em, account));
    expect(forgotten).toEqual([account]);
    expect(await credentials.resolve('codingToken', secret)).toBeUndefined();
    expect(await Promise.all(['account', 'credential', 'password', 'identity'].map(count))).toEqual([0, 0, 0, 0]);
  });

  it('stay whole when an API cannot forget them', async () => {
    const secret = randomSecret(32);
    await database.write((em) => credentials.issue(em, account, 'codingToken', secret));
    accounts.onForget(async () => {
      throw new Error('busy');
    });
    await expect(database.write((em) => accounts.forget(em, account))).rejects.toThrow('busy');
    expect(await credentials.resolve('codingToken', secret)).toMatchObject({ account });
    expect(await count('account')).toBe(1);
  });

  describe('and their passwords', () => {
    it('are verified, until another is set', async () => {
      const [first, second] = await Promise.all([passwords.hash('correct horse'), passwords.hash('bättery 🔋')]);
      await database.write((em) => passwords.set(em, account, first));
      expect(await passwords.verify(account, 'correct horse')).toBe(true);
      expect(await passwords.verify(account, 'correct horse ')).toBe(false);
      await database.write((em) => passwords.set(em, account, second));
      expect(await passwords.verify(account, 'correct horse')).toBe(false);
      expect(await passwords.verify(account, 'bättery 🔋')).toBe(true);
    });

    it('are hashed with Argon2id, 19 MiB and two passes, and a salt of their own', async () => {
      const [first, second] = await Promise.all([passwords.hash('the same'), passwords.hash('the same')]);
      expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect(first).not.toBe(second);
    });

    it('are wrong, whatever they are, for nobody and for an account without one', async () => {
      expect(await passwords.verify(undefined, 'anything')).toBe(false);
      expect(await passwords.verify(account, 'anything')).toBe(false);
    });
  });
});
