import './require-node.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, rmSync, watch } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const run = (script, args) => [process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' }];

// What the watcher compiles is no build: the next start must not take it for one.
rmSync(join(root, 'dist', '.stamp'), { force: true });

if (existsSync('.env')) process.loadEnvFile('.env');
process.env.NODE_ENV = process.env.NODE_ENV || 'development';

const server = spawn(...run('node_modules/@nestjs/cli/bin/nest.js', ['start', 'api', '--watch', '--preserveWatchOutput']));
server.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));

// A changed document changes the generated types, and those the server, which is then compiled and started anew.
let settling;
watch(join(root, 'openapi'), () => {
  clearTimeout(settling);
  settling = setTimeout(() => spawnSync(...run('scripts/generate.mjs', [])), 100);
});
