import type { AnyEntity, EntityClass, EntitySchema, MikroORM } from '@mikro-orm/core';
import { SqlMikroORM } from '@mikro-orm/sqlite';
import type { AbstractSqlDriver, SqlEntityManager, SqlOptions } from '@mikro-orm/sqlite';
import { openSqlite, sqliteOptions } from './sqlite.js';
import type { SqliteHandles } from './sqlite.js';

/** The two databases that the server runs on. */
export type Dialect = 'sqlite' | 'postgresql';

/** Where the data is, and what is kept there. */
export interface PersistenceOptions {
  /** `sqlite:PATH`, relative to the working directory, whose folder is made; or `postgres://…`, `postgresql://…`. */
  readonly url: string;
  readonly entities: readonly (EntitySchema | EntityClass<AnyEntity>)[];
  /** Told of migrations and copies, one sentence each. */
  readonly log?: (message: string) => void;
}

export type SqlOrm = MikroORM<AbstractSqlDriver, SqlEntityManager>;

/** A connected database; `sqlite` are its connections when it is a file. */
export interface Connected {
  readonly orm: SqlOrm;
  readonly dialect: Dialect;
  readonly sqlite: SqliteHandles | undefined;
}

/** Connects to the database that the URL names; its schema is left as it is found. */
export async function connect(options: PersistenceOptions): Promise<Connected> {
  const dialect = dialectOf(options.url);
  const orm = await SqlMikroORM.init<AbstractSqlDriver, SqlEntityManager>({
    ...(dialect === 'sqlite' ? sqliteOptions(options.url) : await postgresql(options.url)),
    ...settings(options),
  });
  try {
    await orm.connect();
    return { orm, dialect, sqlite: dialect === 'sqlite' ? await openSqlite(orm.driver) : undefined };
  } catch (error) {
    await orm.close(true);
    throw error;
  }
}

function dialectOf(url: string): Dialect {
  if (/^sqlite:(?!:memory:$).+/.test(url)) return 'sqlite';
  if (/^postgres(ql)?:\/\//.test(url)) return 'postgresql';
  throw new Error('The database URL must be sqlite:PATH or postgres://…');
}

function settings({ entities, log }: PersistenceOptions): SqlOptions {
  return {
    entities: [...entities],
    ensureDatabase: false,
    logger: log ?? (() => {}),
    colors: false,
    migrations: { tableName: 'migration', snapshot: false, silent: true },
  };
}

// Loading the driver takes a while that a start on SQLite need not wait.
async function postgresql(url: string): Promise<SqlOptions> {
  const { postgresqlOptions } = await import('./postgresql.js');
  return postgresqlOptions(url);
}
