import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ruleNames, violationsIn } from './cruise.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('imports', () => {
  it('keep the rules of .dependency-cruiser.mjs', async () => {
    expect(await violationsIn(root)).toEqual([]);
  });

  it('have a rule for each library', () => {
    const ruled = ruleNames.join('\n');
    for (const library of readdirSync(`${root}/libs`)) expect(ruled).toMatch(new RegExp(`^${library}-imports-`, 'm'));
  });
});
