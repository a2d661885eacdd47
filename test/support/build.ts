import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));

/** Builds the server once for the whole run, for the rings that start it as a process of its own. */
export default function buildServer(): void {
  execFileSync(process.execPath, [script], { stdio: 'inherit' });
}
