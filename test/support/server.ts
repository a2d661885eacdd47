import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const { PATH } = process.env;
const main = fileURLToPath(new URL('../../dist/apps/api/src/main.js', import.meta.url));

/** The built server in a process of its own, as its users run it. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Everything that it has said so far. */
  readonly output: string;
  /** Ends it as an operator does, or without a chance to put anything in order; resolves when it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts the server on a free port and on the data of a folder, without limits; resolves when it listens. */
export async function startServer(dataDir: string, env: Record<string, string> = {}): Promise<ServerProcess> {
  const port = await freePort();
  const server = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, RATE_LIMITS: 'off', ...env },
  });
  const orphaned = () => void server.kill('SIGKILL');
  process.once('exit', orphaned);
  const gone = once(server, 'exit').finally(() => process.off('exit', orphaned));
  let output = '';
  const listens = new Promise<void>((resolve) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes('Guildhall listens')) resolve();
      });
    }
  });
  const failed = gone.then(() => Promise.reject(new Error(`The server did not start; is it built?\n${output}`)));
  await Promise.race([listens, failed]);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: server.pid!,
    get output() {
      return output;
    },
    async end(signal) {
      server.kill(signal);
      await gone;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
