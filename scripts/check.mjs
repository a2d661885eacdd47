// All that CI runs, in its order. Ends with one line, "N passed, N failed": every test counts, and every other check.
import './require-node.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const reports = mkdtempSync(join(tmpdir(), 'guildhall-check-'));
const steps = ['generate:check', 'lint', 'types', 'test', 'build', 'test:slow'];

const seconds = (sinceMs) => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;

/** What a Vitest run counted, a file that could not be loaded as one failure; nothing where it left no report. */
function counted(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const unreadable = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  return { passed: numPassedTests, failed: numFailedTests + unreadable.length };
}

function run(step) {
  const startedAtMs = performance.now();
  const isTest = step.startsWith('test');
  const report = join(reports, `${step.replace(':', '-')}.json`);
  const options = isTest ? ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
  console.log(`\n=== npm run ${step}`);
  const { status } = spawnSync('npm', ['run', '--silent', step, ...options], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const { passed, failed } = counted(report);
  const isBroken = status !== 0;
  console.log(`=== npm run ${step}: ${isBroken ? 'failed' : 'passed'} in ${seconds(startedAtMs)}`);
  // A test run that fails without a failed test, as one that finds none does, must not go uncounted.
  return {
    passed: isTest ? passed : Number(!isBroken),
    failed: isTest ? Math.max(failed, Number(isBroken)) : Number(isBroken),
    summary: `${isBroken ? 'failed' : 'passed'}  ${step} (${seconds(startedAtMs)})`,
  };
}

const results = steps.map(run);
rmSync(reports, { recursive: true });
const total = (member) => results.reduce((sum, result) => sum + result[member], 0);

console.log(`\n${results.map(({ summary }) => summary).join('\n')}\n`);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') > 0 ? 1 : 0;
