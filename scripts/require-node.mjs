// Imported before anything else, and kept to what Node 14 can read: an older Node must be told, not confused.
import { existsSync } from 'node:fs';

const needed = 24;
const found = Number(process.versions.node.split('.')[0]);

if (found < needed) {
  const isInstalled = existsSync(new URL('../node_modules', import.meta.url));
  const cure = isInstalled
    ? 'None is packaged for ' + process.platform + '-' + process.arch + ': install it from https://nodejs.org, then try again.'
    : 'Run "npm ci" first: it brings one along for most machines.';
  console.error('Guildhall needs Node ' + needed + ' or later, and this is Node ' + process.versions.node + '. ' + cure);
  process.exit(1);
}
