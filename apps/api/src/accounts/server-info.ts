import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import type { Schema } from './accounts.contract.js';

/** The package that this file belongs to, in sources and when built. */
export function serverInfo(): Schema<'ServerInfo'> {
  const path = findPackageJSON(import.meta.url);
  if (path === undefined) throw new Error('There is no package.json above the server');
  const { name, version } = JSON.parse(readFileSync(path, 'utf8')) as Schema<'ServerInfo'>;
  return { name, version };
}
