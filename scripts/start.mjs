import { build } from './build.mjs';
import { existsSync } from 'node:fs';

build();
if (existsSync('.env')) process.loadEnvFile('.env');
process.setSourceMapsEnabled(true);

// The server runs in this very process, so that signals and the exit code need nobody to pass them on.
await import('../dist/apps/api/src/main.js');
