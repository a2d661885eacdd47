import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Account, accountEntities } from '#accounts';
import { Database } from '#persistence';
import { connect } from '../../../libs/persistence/src/connect.js';
import { migrate } from '../../../libs/persistence/src/migrate.js';
import { histories } from '../../../libs/persistence/src/migrations/history.js';
import { freshDatabase } from '../../support/databases.js';
import type { FreshDatabase } from '../../support/databases.js';

const entities = accountEntities;
const history = histories.sqlite;

describe('a SQLite file', () => {
  let fresh: FreshDatabase;
  let file: string;
  const copies = () => readdirSync(join(file, '..')).filter((name) => name.includes('.before-'));
  const migrateTo = async (count: number) => {
    const connected = await connect({ url: fresh.url, entities });
    try {
      await migrate(connected, history.slice(0, count));
    } finally {
      await connected.orm.close(true);
    }
  };

  beforeEach(async () => {
    fresh = await freshDatabase('sqlite');
    file = fresh.url.slice('sqlite:'.length);
  });
  afterEach(() => fresh.remove());

  it('is made with its folder, and leaves nothing else behind when it is closed', async () => {
    const url = `sqlite:${join(file, '../deep/er/guildhall.db')}`;
    const database = await Database.open({ url, entities });
    await database.close();
    expect(readdirSync(join(file, '../deep/er'))).toEqual(['guildhall.db']);
  });

  it('is written durably, by one connection that another reads beside', async () => {
    const database = await Database.open({ url: fresh.url, entities });
    const pragma = async (name: string) =>
      database.write(async (em) => Object.values((await database.statement(`pragma ${name}`)(em))[0] ?? {})[0]);
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
    expect(await pragma('busy_timeout')).toBe(5_000);
    await database.close();
  });

  it('cannot be written through a fork', async () => {
    const database = await Database.open({ url: fresh.url, entities });
    const em = database.fork();
    em.create(Account, { createdAtMs: 0 });
    await expect(em.flush()).rejects.toThrow('readonly');
    await expect(database.fork().execute('delete from account')).rejects.toThrow('readonly');
    await database.close();
  });

  it('is copied before a migration when it holds data, as it was', async () => {
    await migrateTo(1);
    expect(copies()).toEqual([]);
    await migrateTo(2);
    expect(copies()).toEqual(['guildhall.db.before-002-coding']);
    const connected = await connect({ url: `sqlite:${file}.before-002-coding`, entities });
    expect(await connected.orm.em.execute('select name from migration')).toEqual([{ name: '001-accounts' }]);
    await connected.orm.close(true);
    await migrateTo(2);
    expect(copies()).toHaveLength(1);
  });

  it('has three copies at most, the newest', async () => {
    for (const [age, name] of ['eldest', 'elder', 'old', 'new'].entries()) {
      writeFileSync(`${file}.before-${name}`, '');
      utimesSync(`${file}.before-${name}`, age, age);
    }
    await migrateTo(1);
    await migrateTo(2);
    expect(copies().sort()).toEqual(['002-coding', 'new', 'old'].map((name) => `guildhall.db.before-${name}`));
  });

  it('that is no database is refused and left alone', async () => {
    writeFileSync(file, 'these are my notes, not a database');
    await expect(Database.open({ url: fresh.url, entities })).rejects.toThrow('not a database');
    expect(existsSync(file)).toBe(true);
  });

  it('must have a name', async () => {
    for (const url of ['sqlite:', 'sqlite::memory:', 'mysql://localhost/x', 'guildhall.db']) {
      await expect(Database.open({ url, entities })).rejects.toThrow('must be sqlite:PATH or postgres://…');
    }
  });
});
