import type { Configuration } from '@mikro-orm/core';
import { MigrationRunner, MigrationStorage } from '@mikro-orm/migrations';
import type { Migration } from '@mikro-orm/migrations';
import type { AbstractSqlDriver } from '@mikro-orm/sqlite';
import type { Connected } from './connect.js';
import { copyBefore, patiently } from './sqlite.js';

/** A migration: its name, which the database remembers, stands in the class. */
export type MigrationClass = new (driver: AbstractSqlDriver, config: Configuration) => Migration;

// Any number will do that nothing else in the same PostgreSQL database uses for its own advisory locks.
const advisoryLock = 0x6775_696c_64;

/**
 * Brings the schema up to date: forward only, all or nothing, and one process at a time however many start at once.
 * A SQLite file that holds data is copied first.
 */
export async function migrate(
  connected: Connected,
  history: readonly MigrationClass[],
  log: (message: string) => void = () => {},
): Promise<void> {
  const run = () => migrateInOneTransaction(connected, history, log);
  await (connected.sqlite ? patiently(connected.sqlite, run) : run());
}

async function migrateInOneTransaction(
  { orm: { driver, config }, sqlite }: Connected,
  history: readonly MigrationClass[],
  log: (message: string) => void,
): Promise<void> {
  const storage = new MigrationStorage(driver, config.get('migrations'));
  const runner = new MigrationRunner(driver, config.get('migrations'), config);
  await driver.getConnection().transactional(async (transaction) => {
    // The lock goes with the transaction; those of SQLite take theirs as they begin.
    if (!sqlite) await driver.execute('select pg_advisory_xact_lock(?)', [advisoryLock], 'all', transaction);
    storage.setMasterMigration(transaction);
    runner.setMasterMigration(transaction);
    const executed = new Set(await storage.executed());
    const pending = history
      .map((migration) => new migration(driver, config))
      .map((migration) => ({ migration, name: migration.name ?? migration.constructor.name }))
      .filter(({ name }) => !executed.has(name));
    if (sqlite && executed.size > 0 && pending[0]) {
      log(`Copied the database to ${copyBefore(sqlite, pending[0].name)}`);
    }
    for (const { migration, name } of pending) {
      await runner.run(migration, 'up', (inner) => storage.logMigration({ name }, inner));
      log(`Migrated the database: ${name}`);
    }
  });
}
