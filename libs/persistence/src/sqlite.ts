import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SqliteConnection, SqliteDriver } from '@mikro-orm/sqlite';
import type { AbstractSqlPlatform, SqlOptions } from '@mikro-orm/sqlite';
import type { SqlOrm } from './connect.js';
import { rememberStatements } from './statement-cache.js';

const busyTimeoutMs = 5_000;
const keptCopies = 3;

type Handle = Awaited<ReturnType<SqliteConnection['getNativeClient']>>;

/** The options for a file: one connection that writes and one that only reads, so that no reader waits for a transaction. */
export function sqliteOptions(url: string): SqlOptions {
  const file = resolve(url.slice('sqlite:'.length));
  mkdirSync(dirname(file), { recursive: true });
  return {
    driver: SqliteDriver,
    dbName: file,
    driverOptions: { timeout: busyTimeoutMs },
    replicas: [{ dbName: file, driverOptions: { timeout: busyTimeoutMs, readonly: true } }],
  };
}

/** Opens the file with everything that makes an acknowledged write durable. */
export async function openSqlite(orm: SqlOrm): Promise<void> {
  compareIntegersAsOne(orm.driver.getPlatform());
  const writer = await handleOf(orm, 'write');
  await useWriteAheadLog(writer);
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  for (const handle of [writer, await handleOf(orm, 'read')]) {
    const prepare = rememberStatements(handle.prepare.bind(handle));
    // A transaction that reads before it writes fails when another process wrote in between, unless it locks at once.
    handle.prepare = ((sql: string) => prepare(sql === 'begin' && !handle.readonly ? 'begin immediate' : sql)) as Handle['prepare'];
  }
}

/** Copies what is committed to `<file>.before-<migration>`, and keeps the newest copies only. */
export async function copyBefore(orm: SqlOrm, migration: string): Promise<string> {
  const reader = await handleOf(orm, 'read');
  const copy = `${reader.name}.before-${migration}`;
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { force: true });
  reader.prepare('vacuum into ?').run(unfinished);
  // SQLite does not wait for the disk when it writes a copy.
  const descriptor = openSync(unfinished, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(unfinished, copy);
  const folder = dirname(copy);
  const copies = readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(reader.name)}.before-`))
    .map((name) => join(folder, name))
    .sort((left, right) => statSync(right).mtimeMs - statSync(left).mtimeMs || right.localeCompare(left));
  for (const old of copies.slice(keptCopies)) rmSync(old);
  return copy;
}

/** Waits for other processes much longer than usual: a migration that another one runs may take a while. */
export async function patiently<T>(orm: SqlOrm, work: () => Promise<T>): Promise<T> {
  const writer = await handleOf(orm, 'write');
  writer.pragma('busy_timeout = 120000');
  try {
    return await work();
  } finally {
    writer.pragma(`busy_timeout = ${busyTimeoutMs}`);
  }
}

// SQLite has one type of integer, so a bigint key would differ from the column it made and every comparison would say so.
function compareIntegersAsOne(platform: AbstractSqlPlatform): void {
  const normalize = platform.normalizeColumnType.bind(platform);
  platform.normalizeColumnType = (type, options) => normalize(type === 'bigint' ? 'integer' : type, options);
}

async function handleOf(orm: SqlOrm, type: 'read' | 'write'): Promise<Handle> {
  const connection = orm.driver.getConnection(type);
  if (!(connection instanceof SqliteConnection)) throw new Error('Not a SQLite connection');
  return connection.getNativeClient();
}

// Two processes that switch a new file to WAL at once are told that it is busy without any waiting.
async function useWriteAheadLog(handle: Handle): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      handle.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (attempt === 100 || !(error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY')) throw error;
      await pause(50);
    }
  }
}
