import { defineConfig } from 'vitest/config';

const conditions = ['source', 'node', 'module-sync'];

/** A ring is a Vitest project: what it touches decides where its files stand. */
const ring = (name: string, include: string[], more = {}) => ({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: { name, include, env: { TZ: 'UTC' }, ...more },
});

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      ring('unit', ['apps/**/*.spec.ts', 'libs/**/*.spec.ts', 'sdk/src/**/*.spec.ts', 'scripts/**/*.spec.ts']),
      ring('contract', ['test/contract/**/*.spec.ts'], { globalSetup: 'test/support/postgres.ts', testTimeout: 20_000 }),
      ring('e2e', ['test/e2e/**/*.spec.ts'], { testTimeout: 60_000, hookTimeout: 60_000 }),
      ring('architecture', ['test/architecture/**/*.spec.ts'], { testTimeout: 60_000 }),
    ],
  },
});
