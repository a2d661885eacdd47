import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractAdapter } from '#contract';
import { createApp } from '../../apps/api/src/app.js';
import { readSettings } from '../../apps/api/src/settings.js';
import { observe } from './observed.js';

/** A whole server in this process, strict about its documents, listening on a loopback port. */
export interface TestApp {
  readonly url: string;
  /** How many answers breached their document so far. `close` fails when there are any. */
  readonly breaches: number;
  /** Which documented answers were given so far, as `promisesOf` words them. */
  readonly observed: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Starts the server on a database of the test's own. `env` holds further settings, as the environment would. */
export async function startApp(databaseUrl: string, env: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'guildhall-'));
  const settings = readSettings({
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    RATE_LIMITS: 'off',
    ...env,
  });
  const app = await createApp(settings);
  const adapter = app.getHttpAdapter() as ContractAdapter;
  const observed = observe(adapter.getInstance());
  await app.listen(0, '127.0.0.1');
  const { conformance } = adapter;
  return {
    url: await app.getUrl(),
    observed,
    get breaches() {
      return conformance.breaches;
    },
    async close() {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
      const { breaches } = conformance;
      if (breaches > 0) throw new Error(`${breaches} answers breached their document; the log names them`);
    },
  };
}
