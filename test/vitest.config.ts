import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** `source` makes `#contract` the library's source and not what was last built; packages are left to Node's own choice. */
const conditions = ['source', 'node', 'module-sync'];

/** A ring is a Vitest project: what it touches decides where its files stand. */
const ring = (name: string, include: string[], more = {}) => ({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: { name, include, env: { TZ: 'UTC' }, ...more },
});

export default defineConfig({
  test: {
    root: join(import.meta.dirname, '..'),
    projects: [
      ring('unit', ['apps/**/*.spec.ts', 'libs/**/*.spec.ts', 'sdk/src/**/*.spec.ts', 'scripts/**/*.spec.ts']),
      // Loading the server takes longer than most files' tests, so files share what one worker has loaded.
      ring('contract', ['test/contract/**/*.spec.ts'], {
        globalSetup: 'test/support/postgres.ts', isolate: false, testTimeout: 20_000, hookTimeout: 30_000,
      }),
      ring('wire', ['test/wire/**/*.spec.ts'], { globalSetup: 'test/support/postgres.ts', isolate: false, testTimeout: 20_000 }),
      ring('e2e', ['test/e2e/**/*.spec.ts'], {
        globalSetup: 'test/support/build.ts', testTimeout: 60_000, hookTimeout: 60_000,
      }),
      ring('architecture', ['test/architecture/**/*.spec.ts'], { testTimeout: 60_000 }),
      ring('slow', ['test/slow/**/*.spec.ts'], {
        globalSetup: 'test/support/build.ts', testTimeout: 300_000, hookTimeout: 60_000,
      }),
    ],
  },
});
