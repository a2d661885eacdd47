import { build } from './build.mjs';
import { existsSync } from 'node:fs';

build();
if (existsSync('.env')) process.loadEnvFile('.env');
process.setSourceMapsEnabled(true);

await import('../dist/apps/api/src/admin/main.js');
