import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface Server {
  readonly port: number;
  readonly pid: number;
}

const children = new Set<ChildProcess>();
const folders = new Set<string>();

// Whatever ends the bench ends its children and removes its files too.
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-bench-'));
  folders.add(folder);
  return folder;
}

/** Starts one of this folder's programs, hands it `input` and resolves with the port that it answers with. */
export async function startProgram(name: string, input: object): Promise<Server> {
  const child = forkProgram(name);
  child.send(input);
  const { port } = await reply<{ port: number }>(child);
  return { port, pid: child.pid ?? 0 };
}

export function forkProgram(name: string): ChildProcess {
  const child = fork(fileURLToPath(new URL(name, import.meta.url)), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return watch(child);
}

/** The next message of a child; rejects when it ends instead. */
export async function reply<Message>(child: ChildProcess): Promise<Message> {
  const ended = new AbortController();
  const died = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`${child.spawnargs.at(-1)} ended with ${code}`);
  });
  died.catch(() => undefined);
  const [message] = await Promise.race([once(child, 'message', { signal: ended.signal }), died]);
  ended.abort();
  return message as Message;
}

/** Starts the built server as its users do, in production mode, with limits off; resolves when it listens. */
export async function startGuildhall(dataDir: string): Promise<Server> {
  const port = await freePort();
  const main = fileURLToPath(new URL('../../dist/apps/api/src/main.js', import.meta.url));
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      RATE_LIMITS: 'off',
    },
  });
  watch(child);
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) break;
    if (await accepts(port)) return { port, pid: child.pid ?? 0 };
    await pause(50);
  }
  throw new Error('The server did not start; is it built?');
}

/** The most memory that a process has ever held, in MiB; undefined where there is no /proc. */
export function peakRssMiB(server: Server): number | undefined {
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(procFile(server, 'status'))?.[1];
  return peak === undefined ? undefined : Number(peak) / 1024;
}

/** The processor time that a process has used so far, in hundredths of a second; undefined where there is no /proc. */
export function cpuSeconds(server: Server): number | undefined {
  const [user, system] = procFile(server, 'stat').split(') ')[1]?.split(' ').slice(11, 13) ?? [];
  return user === undefined || system === undefined ? undefined : (Number(user) + Number(system)) / 100;
}

function procFile({ pid }: Server, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

export function stop({ pid }: Server): void {
  for (const child of children) if (child.pid === pid) child.kill('SIGKILL');
}

function watch(child: ChildProcess): ChildProcess {
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
  });
}
