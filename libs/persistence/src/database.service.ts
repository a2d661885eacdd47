import type { OnApplicationShutdown } from '@nestjs/common';
import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { connect } from './connect.js';
import type { Connected, Dialect, PersistenceOptions } from './connect.js';
import { GroupCommit, TransactionFailure } from './group-commit.js';
import { migrate } from './migrate.js';
import { histories } from './migrations/history.js';
import { postgresqlStatement, sqliteStatement } from './statement.js';
import type { Statement } from './statement.js';

/** The process's one way to its database: reads through `reader` and `fork()`, writes in transactions that callers share. */
export class Database implements OnApplicationShutdown {
  readonly dialect: Dialect;
  /** What statements read with, shared by all: it remembers nothing. Whatever loads entities takes a `fork()` instead. */
  readonly reader: SqlEntityManager;
  readonly #connected: Connected;
  readonly #commits = new GroupCommit<SqlEntityManager>((work) => this.#transact(work));
  readonly #afterCommit = new WeakMap<SqlEntityManager, (() => void)[]>();
  readonly #beforeClose: (() => Promise<void>)[] = [];
  #closing: Promise<void> | undefined;

  private constructor(connected: Connected) {
    this.#connected = connected;
    this.dialect = connected.dialect;
    this.reader = this.fork();
  }

  /** Connects and migrates; fails when the database cannot be reached or is not ours. */
  static async open(options: PersistenceOptions): Promise<Database> {
    const connected = await connect(options);
    try {
      await migrate(connected, histories[connected.dialect], options.log);
    } catch (error) {
      await connected.orm.close(true);
      throw error;
    }
    return new Database(connected);
  }

  /** An entity manager for reading outside any transaction: it sees what was committed, and never waits for a write. */
  fork(): SqlEntityManager {
    const em = this.#connected.orm.em.fork();
    // Raw queries would take the writing connection, which on SQLite belongs to whatever transaction is open.
    em.getConnection = () => this.#connected.orm.driver.getConnection('read');
    return em;
  }

  /**
   * Runs `work` in the next shared transaction and resolves after its commit. When that fails, `work` runs again in a
   * transaction of its own: it must have no effects outside the database, and let the error of a statement pass.
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

  /** Calls back when the transaction of `em`, as `write` gave it, is durable, before its callers are answered. */
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
    const { sqlite } = this.#connected;
    return sqlite ? sqliteStatement<Row>(sql, sqlite) : postgresqlStatement<Row>(sql);
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
      await this.#connected.orm.close(true);
    }
  }

  async #transact(work: (open: () => SqlEntityManager) => Promise<void>): Promise<void> {
    const { orm, dialect } = this.#connected;
    const connection = orm.driver.getConnection('write');
    const callbacks: (() => void)[] = [];
    const opened: SqlEntityManager[] = [];
    const transaction = await connection.begin().catch((cause: unknown) => {
      throw new TransactionFailure('No transaction could begin', { cause });
    });
    try {
      await work(() => {
        // Each work has its own identity map: what one loaded is nobody else's.
        const em = this.fork();
        em.setTransactionContext(transaction);
        opened.push(em);
        this.#afterCommit.set(em, callbacks);
        return em;
      });
      // PostgreSQL answers a COMMIT after a failed statement with a silent rollback; any statement before it tells.
      if (dialect === 'postgresql') await orm.driver.execute('select 1', [], 'all', transaction);
    } catch (error) {
      await connection.rollback(transaction).catch(() => {});
      throw error;
    } finally {
      // Who kept an entity manager can read with it, but never writes into another's transaction.
      for (const em of opened) em.resetTransactionContext();
    }
    try {
      await connection.commit(transaction);
      for (const callback of callbacks) callback();
    } catch (cause) {
      if (!transaction.isCommitted) await connection.rollback(transaction).catch(() => {});
      throw new TransactionFailure('The commit, or what waited for it, failed', { cause });
    }
  }
}
