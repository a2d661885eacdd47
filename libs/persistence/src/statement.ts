import type { SqlEntityManager } from '@mikro-orm/sqlite';
import type { Dialect } from './connect.js';

/** What can be bound to a `?` on both dialects. */
export type StatementValue = string | number | bigint | Uint8Array | null;

/** Runs in the transaction of the entity manager, or in none when it comes from `fork()`; resolves to all rows. */
export type Statement<Row> = (em: SqlEntityManager, ...values: readonly StatementValue[]) => Promise<readonly Row[]>;

/**
 * MikroORM's own `execute` writes the values into the SQL text, so that every call is another text to be parsed. This
 * binds them, so that SQLite's statement is prepared once. Every `?` is a placeholder, even within quotes.
 */
export function statementOf<Row extends object>(sql: string, dialect: Dialect): Statement<Row> {
  let count = 0;
  const text = dialect === 'postgresql' ? sql.replaceAll('?', () => `$${(count += 1)}`) : sql;
  const query = { kind: 'RawNode', sqlFragments: [text], parameters: [] } as const;
  return async (em, ...parameters) => {
    try {
      const { rows } = await em.getKysely().executeQuery<Row>({ query, queryId: { queryId: text }, sql: text, parameters });
      return rows;
    } catch (error) {
      throw em.getDriver().convertException(error as Error);
    }
  };
}
