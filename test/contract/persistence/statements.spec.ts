import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Account, accountEntities } from '#accounts';
import { Database } from '#persistence';
import { dialects, freshDatabase } from '../../support/databases.js';
import type { FreshDatabase } from '../../support/databases.js';

describe.each(dialects)('statements on %s', (dialect) => {
  let fresh: FreshDatabase;
  let database: Database;

  beforeAll(async () => {
    fresh = await freshDatabase(dialect);
    database = await Database.open({ url: fresh.url, entities: accountEntities });
  });
  afterAll(async () => {
    await database.close();
    await fresh.remove();
  });

  it('give the same values back on every dialect', async () => {
    const now = Date.now();
    const insert = database.statement<{ id: number }>('insert into account (created_at_ms) values (?) returning id');
    const rows = await database.write((em) => insert(em, now));
    expect(rows).toEqual([{ id: expect.any(Number) }]);
    const select = database.statement(
      'select created_at_ms, null as absent, count(*) as count from account group by created_at_ms',
    );
    expect(await select(database.fork())).toEqual([{ created_at_ms: now, absent: null, count: 1 }]);
  });

  it('bind what they are given and never read it as SQL', async () => {
    const echo = database.statement<{ text: string }>('select cast(? as varchar(99)) as text');
    for (const text of ["'; drop table account; --", '?', '$1', 'ä😀', '']) {
      expect(await echo(database.fork(), text)).toEqual([{ text }]);
    }
  });

  it('give no rows for what selects or returns none', async () => {
    const update = database.statement('update account set created_at_ms = 0 where id = ?');
    expect(await database.write((em) => update(em, -1))).toEqual([]);
    expect(await database.statement('select id from account where id = ?')(database.fork(), -1)).toEqual([]);
  });

  it('see the same rows as entities do', async () => {
    const account = await database.write(async (em) => em.create(Account, { createdAtMs: 5 }));
    const select = database.statement('select created_at_ms from account where id = ?');
    expect(await select(database.fork(), account.id)).toEqual([{ created_at_ms: 5 }]);
  });

  it('read beside an open write without waiting for it', async () => {
    const select = database.statement('select 1 as one');
    const read = await database.write(() => select(database.fork()));
    expect(read).toEqual([{ one: 1 }]);
  });
});
