import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL in which suites make databases of their own, by `freshDatabase`. */
    postgresUrl: string;
  }
}

/** Starts one PostgreSQL for the whole run; without it the run fails. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const server = spawn(process.execPath, [fileURLToPath(new URL('postgres-server.ts', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // An interrupt from the keyboard must reach the tests first, and the server only when they are done.
    detached: true,
  });
  const ended = once(server, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(server.stdout).once('line', resolve);
    server.once('exit', (code) => reject(new Error(`PostgreSQL did not start: its process ended with ${code}`)));
  });
  project.provide('postgresUrl', url);
  return async () => {
    server.stdin.end();
    await ended;
  };
}
