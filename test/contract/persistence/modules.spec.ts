import { Injectable, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountEntities, Accounts, AccountsModule, Credentials, Passwords, randomSecret } from '#accounts';
import { Database, PersistenceModule } from '#persistence';
import { dialects, freshDatabase } from '../../support/databases.js';
import type { FreshDatabase } from '../../support/databases.js';

@Injectable()
class Api {
  constructor(
    readonly database: Database,
    readonly accounts: Accounts,
    readonly credentials: Credentials,
    readonly passwords: Passwords,
  ) {}
}

@Module({ providers: [Api] })
class ApiModule {}

describe.each(dialects)('the modules on %s', (dialect) => {
  let fresh: FreshDatabase;
  const start = async () => {
    const persistence = PersistenceModule.forRoot({ url: fresh.url, entities: accountEntities });
    const modules = Test.createTestingModule({ imports: [ApiModule, AccountsModule, persistence] });
    return (await modules.compile()).init();
  };

  beforeEach(async () => {
    fresh = await freshDatabase(dialect);
  });
  afterEach(() => fresh.remove());

  it('give every API the account store on a migrated database', async () => {
    const app = await start();
    const api = app.get(Api, { strict: false });
    expect(await api.database.write((em) => api.accounts.create(em))).toBe(1);
    await app.close();
  });

  it('write what was gathered, and what waits, when the server shuts down', async () => {
    const first = await start();
    const { database, accounts, credentials } = first.get(Api, { strict: false });
    const secret = randomSecret(32);
    await database.write(async (em) => credentials.issue(em, await accounts.create(em), 'codingToken', secret));
    await credentials.resolve('codingToken', secret);
    const waiting = database.write((em) => accounts.create(em));
    await first.close();
    expect(await waiting).toBe(2);
    const second = await start();
    const em = second.get(Database).fork();
    expect(await em.execute('select last_used_at_ms as used from credential')).toEqual([{ used: expect.any(Number) }]);
    expect(await em.execute('select id from account order by id')).toEqual([{ id: 1 }, { id: 2 }]);
    await second.close();
  });

  it('end the start when the database cannot be reached', async () => {
    const unreachable = { sqlite: 'sqlite:/dev/null/x.db', postgresql: 'postgres://nobody@127.0.0.1:1/nowhere' };
    fresh = { ...fresh, url: unreachable[dialect] };
    await expect(start()).rejects.toThrow(/EEXIST|ENOTDIR|ECONNREFUSED/);
  });
});
