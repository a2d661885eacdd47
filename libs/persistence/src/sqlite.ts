import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SqliteConnection, SqliteDriver } from '@mikro-orm/sqlite';
import type { AbstractSqlDriver, AbstractSqlPlatform, SqlOptions } from '@mikro-orm/sqlite';
import { rememberStatements } from './statement-cache.js';

const busyTimeoutMs = 5_000;
const keptCopies = 3;

type Handle = Awaited<ReturnType<SqliteConnection['getNativeClient']>>;

/** The two connections to the file. */
export interface SqliteHandles {
  readonly writer: Handle;
  readonly reader: Handle;
}

/** The options for a file: one connection writes, and one only reads, so that no reader waits for a transaction. */
export function sqliteOptions(url: string): SqlOptions {
  const file = resolve(url.slice('sqlite:'.length));
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return {
    driver: SqliteDriver,
    dbName: file,
    driverOptions: { timeout: busyTimeoutMs },
    replicas: [{ dbName: file, driverOptions: { timeout: busyTimeoutMs, readonly: true } }],
  };
}

/** Opens the file with everything that makes an acknowledged write durable. */
export async function openSqlite(driver: AbstractSqlDriver): Promise<SqliteHandles> {
  compareIntegersAsOne(driver.getPlatform());
  const handles = { writer: await handleOf(driver, 'write'), reader: await handleOf(driver, 'read') };
  const { writer, reader } = handles;
  await useWriteAheadLog(writer);
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  // A batch that touches many pages would otherwise write the journal of its own statements to a file.
  writer.pragma('temp_store = MEMORY');
  reader.prepare = rememberStatements(reader.prepare.bind(reader)) as Handle['prepare'];
  const prepare = rememberStatements(writer.prepare.bind(writer));
  // A transaction that reads before it writes fails when another process wrote in between, unless it locks at once.
  writer.prepare = ((sql: string) => prepare(sql === 'begin' ? 'begin immediate' : sql)) as Handle['prepare'];
  return handles;
}

/** Copies what is committed to `<file>.before-<migration>`, and keeps the newest copies only. */
export function copyBefore({ reader }: SqliteHandles, migration: string): string {
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
export async function patiently<T>({ writer }: SqliteHandles, work: () => Promise<T>): Promise<T> {
  writer.pragma('busy_timeout = 120000');
  try {
    return await work();
  } finally {
    writer.pragma(`busy_timeout = ${busyTimeoutMs}`);
  }
}

// SQLite has one type of integer: a bigint key would differ from its own column, and every comparison would say so.
function compareIntegersAsOne(platform: AbstractSqlPlatform): void {
  const normalize = platform.normalizeColumnType.bind(platform);
  platform.normalizeColumnType = (type, options) => normalize(type === 'bigint' ? 'integer' : type, options);
}

async function handleOf(driver: AbstractSqlDriver, type: 'read' | 'write'): Promise<Handle> {
  const connection = driver.getConnection(type);
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
