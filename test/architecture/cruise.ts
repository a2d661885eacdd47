import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

const configuration = fileURLToPath(new URL('../../.dependency-cruiser.mjs', import.meta.url));
const options = await extractDepcruiseOptions(configuration);

export const ruleNames = (options.ruleSet?.forbidden ?? []).map(({ name }) => name ?? 'unnamed');

/** A package by its name alone: which of its files is imported is its own affair. */
const nameOf = (module: string) => module.replace(/^.*node_modules\/((@[^/]+\/)?[^/]+)\/.*$/, '$1');

/** What breaks the rules under a repository's root, each as `rule: importing module → imported module`. */
export async function violationsIn(root: string): Promise<string[]> {
  const folders = readdirSync(root).filter((name) => ['apps', 'libs', 'sdk', 'test', 'scripts'].includes(name));
  const { output } = await cruise(folders, { ...options, baseDir: root });
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${nameOf(to)}`);
}
