import './require-node.mjs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'dist', '.stamp');

/** Documents are read at run time; of them only the generated types take part in compilation. */
const inputs = ['apps', 'libs', 'sdk/src/generated', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];

function filesUnder(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.spec(-d)?\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

/** Content and not times, so that neither a checkout nor a removed file misleads it. */
function digest() {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap(filesUnder).sort()) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

/**
 * Brings `dist` up to date. It is compiled into an empty folder, as what a removed source left there would still be
 * found, migrations above all; and not at all when nothing has changed since.
 */
export function build() {
  const current = digest();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return;
  console.error('Building…');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, current);
}

if (import.meta.main) build();
