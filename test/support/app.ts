import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractAdapter } from '#contract';
import { createApp } from '../../apps/api/src/app.js';
import { readSettings } from '../../apps/api/src/settings.js';

/** A whole server in this process, strict about its documents, listening on a loopback port. */
export interface TestApp {
  readonly url: string;
  /** How many answers breached their document so far. `close` fails when there are any. */
  readonly breaches: number;
  close(): Promise<void>;
}

/** Starts the server on a database of the test's own. `env` holds further settings, as the environment would. */
export async function startApp(databaseUrl: string, env: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'guildhall-'));
  const settings = readSettings({
    NODE_ENV: 'test', HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, DATABASE_URL: databaseUrl, RATE_LIMITS: 'off', ...env,
  });
  const app = await createApp(settings);
  await app.listen(0, '127.0.0.1');
  const { conformance } = app.getHttpAdapter() as ContractAdapter;
  return {
    url: await app.getUrl(),
    get breaches() {
      return conformance.breaches;
    },
    async close() {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
      if (conformance.breaches > 0) throw new Error(`${conformance.breaches} answers breached their document; the log names them`);
    },
  };
}
