import type { SqlEntityManager } from '@mikro-orm/sqlite';
import type { SqliteHandles } from './sqlite.js';

/** What can be bound to a `?` on both dialects. */
export type StatementValue = string | number | bigint | Uint8Array | null;

/** Runs in the transaction of the entity manager, or in none with `Database.reader`; resolves to all rows. */
export type Statement<Row> = (em: SqlEntityManager, ...values: readonly StatementValue[]) => Promise<readonly Row[]>;

// MikroORM's own `execute` writes the values into the text, which is then parsed anew at every call. These bind them.

/** Straight on a connection: a transaction has the one that writes to itself, and the other never waits for anybody. */
export function sqliteStatement<Row extends object>(sql: string, { writer, reader }: SqliteHandles): Statement<Row> {
  return async (em, ...values) => {
    try {
      const statement = (em.isInTransaction() ? writer : reader).prepare<StatementValue[], Row>(sql);
      if (statement.reader) return statement.all(...values);
      statement.run(...values);
      return [];
    } catch (error) {
      throw em.getDriver().convertException(error as Error);
    }
  };
}

/** Every `?` is a placeholder, even within quotes. */
export function postgresqlStatement<Row extends object>(sql: string): Statement<Row> {
  let count = 0;
  const text = sql.replaceAll('?', () => `$${(count += 1)}`);
  const query = { kind: 'RawNode', sqlFragments: [text], parameters: [] } as const;
  return async (em, ...parameters) => {
    try {
      const compiled = { query, queryId: { queryId: text }, sql: text, parameters };
      const { rows } = await em.getKysely().executeQuery<Row>(compiled);
      return rows;
    } catch (error) {
      throw em.getDriver().convertException(error as Error);
    }
  };
}
