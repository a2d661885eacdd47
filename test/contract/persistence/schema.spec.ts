import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entities } from '../../../apps/api/src/entities.js';
import { connect } from '../../../libs/persistence/src/connect.js';
import type { Connected } from '../../../libs/persistence/src/connect.js';
import { migrate } from '../../../libs/persistence/src/migrate.js';
import { histories } from '../../../libs/persistence/src/migrations/history.js';
import { dialects, freshDatabase } from '../../support/databases.js';
import type { FreshDatabase } from '../../support/databases.js';

describe.each(dialects)('the schema on %s', (dialect) => {
  const history = histories[dialect];
  let database: FreshDatabase;
  let connected: Connected;

  beforeEach(async () => {
    database = await freshDatabase(dialect);
    connected = await connect({ url: database.url, entities });
  });
  afterEach(async () => {
    await connected.orm.close(true);
    await database.remove();
  });

  it('is exactly that of the entities once an empty database is migrated', async () => {
    await migrate(connected, history);
    expect(await connected.orm.schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
  });

  const counts = history.map((_, count) => count);
  it.each(counts)('is the same when the first %i migrations ran long ago, and data is kept', async (count) => {
    await migrate(connected, history.slice(0, count));
    if (count > 0) await connected.orm.em.execute('insert into account (id, created_at_ms) values (7, 1700000000000)');
    await migrate(connected, history);
    expect(await connected.orm.schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
    expect(await connected.orm.em.execute('select id from account')).toEqual(count > 0 ? [{ id: 7 }] : []);
  });

  it('differs from the entities when a migration is missing', async () => {
    await migrate(connected, history.slice(0, -1));
    expect(await connected.orm.schema.getUpdateSchemaSQL({ wrap: false })).not.toBe('');
  });

  it('has the same names of migrations in both histories', () => {
    const { driver, config } = connected.orm;
    const names = (of: typeof history) => of.map((migration) => new migration(driver, config).name);
    expect(names(histories.sqlite)).toEqual(names(histories.postgresql));
  });
});
