import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const file = fileURLToPath(new URL('binding.spec-d.ts', import.meta.url));
const directive = '// @ts-expect-error';

/** The lines (1-based) of what the compiler rejects in the file of types, read from `text`. */
function rejected(text: string): number[] {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [file], include: [] }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const { readFile } = host;
  host.readFile = (name) => (name === file ? text : readFile(name));
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file)!;
  const faults = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source), ...program.getOptionsDiagnostics()];
  return faults.map(({ start = 0 }) => source.getLineAndCharacterOfPosition(start).line + 1);
}

const text = readFileSync(file, 'utf8');
const lines = text.split('\n');
const expected = lines.flatMap((line, index) => (line.includes(directive) ? [index + 1] : []));

it('compiles what is sound, and nothing that is said to be a mistake', { timeout: 60_000 }, () => {
  expect(rejected(text)).toEqual([]);
});

it('rejects each mistake where it is made, once nobody expects it', { timeout: 60_000 }, () => {
  const found = rejected(text.replaceAll(directive, '//'));
  expect(expected.length).toBeGreaterThan(20);
  expect([...new Set(found)]).toEqual(expected.map((line) => line + 1));
});

it('rejects a directive that expects nothing', { timeout: 60_000 }, () => {
  const sound = lines.findIndex((line) => line.includes("@Operation('addBook')"));
  expect(rejected(lines.toSpliced(sound, 0, directive).join('\n'))).toEqual([sound + 1]);
});
