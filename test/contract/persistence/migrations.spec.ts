import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Migration } from '@mikro-orm/migrations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountEntities } from '#accounts';
import { connect } from '../../../libs/persistence/src/connect.js';
import type { Connected } from '../../../libs/persistence/src/connect.js';
import { migrate } from '../../../libs/persistence/src/migrate.js';
import { histories } from '../../../libs/persistence/src/migrations/history.js';
import { dialects, freshDatabase } from '../../support/databases.js';
import type { FreshDatabase } from '../../support/databases.js';

class Good extends Migration {
  override readonly name = '998-good';
  override up(): void {
    this.addSql('create table good (id integer)');
  }
}

class Bad extends Migration {
  override readonly name = '999-bad';
  override up(): void {
    this.addSql('create table better (id integer)');
    this.addSql('insert into nowhere values (1)');
  }
}

async function startProcess(url: string): Promise<string> {
  const starting = spawn(process.execPath, [fileURLToPath(new URL('starting-process.mjs', import.meta.url)), url]);
  const [output, errors] = await Promise.all([text(starting.stdout), text(starting.stderr), once(starting, 'close')]);
  return output + errors;
}

describe.each(dialects)('migrations on %s', (dialect) => {
  const history = histories[dialect];
  const namesIn = ({ orm }: Connected) => history.map((migration) => new migration(orm.driver, orm.config).name);
  let fresh: FreshDatabase;
  let connected: Connected;

  beforeEach(async () => {
    fresh = await freshDatabase(dialect);
    connected = await connect({ url: fresh.url, entities: accountEntities });
  });
  afterEach(async () => {
    await connected.orm.close(true);
    await fresh.remove();
  });

  it('run once, in order, and say so', async () => {
    const said: string[] = [];
    await migrate(connected, history, (sentence) => said.push(sentence));
    await migrate(connected, history, (sentence) => said.push(sentence));
    const names = namesIn(connected);
    expect(said).toEqual(names.map((name) => `Migrated the database: ${name}`));
    const rows = await connected.orm.em.execute('select name from migration order by id');
    expect(rows).toEqual(names.map((name) => ({ name })));
  });

  it('run all or not at all', async () => {
    await migrate(connected, history);
    await expect(migrate(connected, [...history, Good, Bad])).rejects.toThrow('nowhere');
    await expect(connected.orm.em.execute('select * from good')).rejects.toThrow('good');
    await migrate(connected, [...history, Good]);
    expect(await connected.orm.em.execute('select * from good')).toEqual([]);
  });

  it('run once however many processes start at the same time', async () => {
    const outputs = await Promise.all([1, 2, 3, 4].map(() => startProcess(fresh.url)));
    const said = outputs.flatMap((output) => output.trim().split('\n'));
    const migrated = namesIn(connected).map((name) => `Migrated the database: ${name}`);
    expect(said.toSorted()).toEqual([...migrated, 'started', 'started', 'started', 'started']);
  });
});
