import { isDeepStrictEqual } from 'node:util';
import fastJsonStringify, { type Schema } from 'fast-json-stringify';
import { bundle, readDocument } from '#contract';
import { median, number, printTable } from './report.ts';

const lengths = [1, 20, 200, 2000];
const rounds = 7;
const roundMs = 60;

/**
 * Three ways to write the coding API's session list: native and unfiltered, our projection with the native writer
 * behind it, and fast-json-stringify, which filters and writes in one.
 */
export function benchProjection(): void {
  const document = readDocument('coding');
  const body = document.operations.get('listCodingSessions')?.answers.success.body('application/json');
  if (body === undefined) throw new Error('The coding document has no listCodingSessions');
  const { components } = bundle(document.root.file);
  const items = { $ref: '#/components/schemas/CodingSession' };
  const write = fastJsonStringify({ type: 'array', items, components } as Schema);
  const { project } = body;

  const rows = lengths.map((length) => {
    const sessions = sessionsOf(length);
    const contenders = [
      () => JSON.stringify(sessions),
      () => JSON.stringify(project(sessions)),
      () => write(sessions),
    ];
    const [, ours, theirs] = contenders.map((contender) => JSON.parse(contender()) as unknown);
    if (!isDeepStrictEqual(ours, theirs)) throw new Error('The serializers do not agree');
    const [native = 0, projected = 0, generated = 0] = speedsOf(contenders);
    return [
      `${length} sessions`, number(native), number(projected), number(generated),
      number(projected / native, 2), number(projected / generated, 2),
    ];
  });
  console.log('\nSerialization, in lists a second (of seven members one is not documented)');
  printTable(['', 'JSON.stringify', 'projected', 'fast-json-stringify', '÷ native', '÷ fast-json-stringify'], rows);
}

/** What a service might answer, with a member that must not leave. */
const sessionsOf = (length: number) =>
  Array.from({ length }, (_, index) => ({
    id: index,
    project_name: 'guildhall',
    language: index % 5 === 0 ? null : 'typescript',
    editor_name: 'Visual Studio Code',
    hostname: `laptop-${index % 3} "home"`,
    start_time: 1_767_225_600 + index * 900,
    duration: index % 3600,
  }));

function speedsOf(contenders: readonly (() => unknown)[]): readonly number[] {
  const results = contenders.map((): number[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const speed = speedOf(contender);
      if (round >= 0) results[index]?.push(speed);
    }
  }
  return results.map(median);
}

function speedOf(work: () => unknown): number {
  const startMs = performance.now();
  let count = 0;
  let elapsedMs = 0;
  while (elapsedMs < roundMs) {
    for (let repeat = 0; repeat < 10; repeat += 1) work();
    count += 10;
    elapsedMs = performance.now() - startMs;
  }
  return count / (elapsedMs / 1000);
}
