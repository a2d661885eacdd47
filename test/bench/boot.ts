import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stringify } from 'yaml';
import type { BootInput } from './boot-app.ts';
import { bootDocument } from './boot-document.ts';
import { forkProgram, reply, temporaryFolder } from './processes.ts';
import { median, number, printTable, verdict } from './report.ts';

const operations = 100;

/** What reading and compiling a document adds to the start of a server with as many routes. */
export async function benchBoot(rounds: number): Promise<void> {
  const file = join(temporaryFolder(), 'bench.yaml');
  writeFileSync(file, stringify(bootDocument(operations), { aliasDuplicateObjects: false }));
  const document = pathToFileURL(file).href;
  const timesMs: Record<BootInput['kind'], number[]> = { decorators: [], contract: [] };
  for (let round = 0; round < rounds; round += 1) {
    timesMs.decorators.push(await boot({ kind: 'decorators', document, operations }));
    timesMs.contract.push(await boot({ kind: 'contract', document, operations }));
  }

  console.log(`\nBoot with ${operations} operations, modules loaded (${rounds} fresh processes each, in turns)`);
  const names = { decorators: "Nest's decorators", contract: 'from a document' };
  const rows = (['decorators', 'contract'] as const).map((kind) => [names[kind], number(median(timesMs[kind]))]);
  printTable(['', 'median ms'], rows);
  const addedMs = median(timesMs.contract) - median(timesMs.decorators);
  verdict(`adds ${number(addedMs)} ms`, 'aim ≤ 150 ms', addedMs <= 150);
}

async function boot(input: BootInput): Promise<number> {
  const child = forkProgram('boot-app.ts');
  child.send(input);
  const { bootMs } = await reply<{ bootMs: number }>(child);
  return bootMs;
}
