import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ruleNames, violationsIn } from './cruise.js';
import { plants, soundTree, type Tree } from './plants.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));

describe('the rules of .dependency-cruiser.mjs', () => {
  let root: string;

  /** The repository's own package.json comes along, so that its aliases are put to the test as they are. */
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'guildhall-plants-'));
    cpSync(join(repository, 'package.json'), join(root, 'package.json'));
    symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
    grow(soundTree);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function grow(tree: Tree): void {
    for (const [path, imports] of Object.entries(tree)) {
      const lines = imports.map((name) => (name.startsWith('export ') ? `export * from '${name.slice(7)}';` : `import '${name}';`));
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), `${lines.join('\n')}\nexport const here = '${path}';\n`);
    }
  }

  it('find nothing in a sound repository', async () => {
    expect(await violationsIn(root)).toEqual([]);
  });

  it('each catch what is planted for them', async () => {
    for (const [files] of Object.values(plants)) grow(files);
    const violations = await violationsIn(root);
    const missed = Object.entries(plants)
      .map(([rule, [, report]]) => `${rule}: ${report}`)
      .filter((expected) => !violations.includes(expected));
    expect(missed, `caught were\n${violations.join('\n')}`).toEqual([]);
  });

  it('each have a plant', () => {
    expect(Object.keys(plants).sort()).toEqual([...ruleNames].sort());
  });
});
