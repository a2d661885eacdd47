import type { OnApplicationShutdown } from '@nestjs/common';
import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { connect, dialectOf } from './connect.js';
import type { Dialect, PersistenceOptions, SqlOrm } from './connect.js';
import { CommitFailure, GroupCommit } from './group-commit.js';
import { migrate } from './migrate.js';
import { histories } from './migrations/history.js';
import { statementOf } from './statement.js';
import type { Statement } from './statement.js';

/** The process's one way to its database: reads through `fork()`, writes in transactions that callers share. */
export class Database implements OnApplicationShutdown {
  readonly dialect: Dialect;
  readonly #orm: SqlOrm;
  readonly #commits = new GroupCommit<SqlEntityManager>((work) => this.#transact(work));
  readonly #afterCommit = new WeakMap<SqlEntityManager, (() => void)[]>();
  readonly #beforeClose: (() => Promise<void>)[] = [];
  #closing: Promise<void> | undefined;

  private constructor(orm: SqlOrm, dialect: Dialect) {
    this.#orm = orm;
    this.dialect = dialect;
  }

  /** Connects and migrates; fails when the database cannot be reached or is not ours. */
  static async open(options: PersistenceOptions): Promise<Database> {
    const dialect = dialectOf(options.url);
    const orm = await connect(options);
    try {
      await migrate(orm, dialect, histories[dialect], options.log);
    } catch (error) {
      await orm.close(true);
      throw error;
    }
    return new Database(orm, dialect);
  }

  /** An entity manager for reading outside any transaction: it sees what was committed, and never waits for a write. */
  fork(): SqlEntityManager {
    const em = this.#orm.em.fork();
    // Raw queries would take the writing connection, which on SQLite belongs to whatever transaction is open.
    em.getConnection = () => this.#orm.driver.getConnection('read');
    return em;
  }

  /**
   * Runs `work` in the next shared transaction and resolves after its commit. `work` runs again, in a transaction of its
   * own, when the shared one fails: it must have no effects outside the database, and let a failed statement's error pass.
   */
  write<T>(work: (em: SqlEntityManager) => Promise<T>): Promise<T> {
    return this.#commits.write(async (em) => {
      const result = await work(em);
      await em.flush();
      return result;
    });
  }

  /** As `write`, for many small items: `run` gets all that wait, in their order, and answers in the same order. */
  batched<Item, Result>(
    run: (em: SqlEntityManager, items: readonly Item[]) => Promise<readonly Result[]>,
  ): (item: Item) => Promise<Result> {
    return this.#commits.batched(async (em, items: readonly Item[]) => {
      const results = await run(em, items);
      await em.flush();
      return results;
    });
  }

  /** Calls back when the transaction of `em`, as `write` gave it, is durable and nobody was answered yet; else never. */
  afterCommit(em: SqlEntityManager, callback: () => void): void {
    const callbacks = this.#afterCommit.get(em);
    if (!callbacks) throw new Error('Only the entity manager that a write was given has a commit to wait for');
    callbacks.push(callback);
  }

  /** Calls back when the server shuts down and the database still takes writes. */
  beforeClose(callback: () => Promise<void>): void {
    this.#beforeClose.push(callback);
  }

  /** One SQL text with `?` placeholders that both dialects understand, prepared once: the cheap way for hot paths. */
  statement<Row extends object>(sql: string): Statement<Row> {
    return statementOf<Row>(sql, this.dialect);
  }

  /** Commits what waits, then disconnects. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    try {
      for (const callback of this.#beforeClose) await callback();
    } finally {
      await this.#commits.close();
      await this.#orm.close(true);
    }
  }

  async #transact(work: (open: () => SqlEntityManager) => Promise<void>): Promise<void> {
    const connection = this.#orm.driver.getConnection('write');
    const callbacks: (() => void)[] = [];
    const transaction = await connection.begin();
    try {
      await work(() => {
        // Each work has its own identity map: what one loaded is nobody else's.
        const em = this.#orm.em.fork();
        em.setTransactionContext(transaction);
        this.#afterCommit.set(em, callbacks);
        return em;
      });
      // PostgreSQL answers a COMMIT after a failed statement with a silent rollback; any statement before it tells.
      if (this.dialect === 'postgresql') await this.#orm.driver.execute('select 1', [], 'all', transaction);
    } catch (error) {
      await connection.rollback(transaction).catch(() => {});
      throw error;
    }
    try {
      await connection.commit(transaction);
    } catch (cause) {
      await connection.rollback(transaction).catch(() => {});
      throw new CommitFailure('The commit failed', { cause });
    }
    for (const callback of callbacks) callback();
  }
}
