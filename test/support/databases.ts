import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { inject } from 'vitest';
import type { Dialect } from '#persistence';

/** What every suite that touches data runs on: `describe.each(dialects)('on %s', (dialect) => …)`. */
export const dialects: readonly Dialect[] = ['sqlite', 'postgresql'];

/** An empty database of a suite's own. */
export interface FreshDatabase {
  readonly url: string;
  /** Removes it; whatever is still connected is cut off. */
  remove(): Promise<void>;
}

/** Makes an empty database that nobody else knows. */
export function freshDatabase(dialect: Dialect): Promise<FreshDatabase> {
  return dialect === 'sqlite' ? freshFile() : freshOnServer();
}

async function freshFile(): Promise<FreshDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-'));
  return {
    url: `sqlite:${join(folder, 'guildhall.db')}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function freshOnServer(): Promise<FreshDatabase> {
  const name = `suite_${randomBytes(8).toString('hex')}`;
  const server = inject('postgresUrl');
  await onServer(server, `create database ${name} template template0`);
  const url = new URL(server);
  url.pathname = name;
  return { url: url.href, remove: () => onServer(server, `drop database if exists ${name} with (force)`) };
}

async function onServer(clientUrl: string, sql: string): Promise<void> {
  const orm = await MikroORM.init({ clientUrl, entities: [], discovery: { warnWhenNoEntities: false } });
  try {
    await orm.em.execute(sql);
  } finally {
    await orm.close(true);
  }
}
