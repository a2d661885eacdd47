/** A rule that a single source file keeps or breaks, by its path from the root and its text. */
export interface SourceRule {
  readonly name: string;
  readonly isBroken: (path: string, text: string) => boolean;
}

const roles = ['module', 'contract', 'controller', 'gateway', 'service', 'entity', 'errors', 'client', 'guard', 'filter'];
const noun = '[a-zA-Z0-9]+(-[a-z0-9]+)*';
const sourceName = new RegExp(`^${noun}(\\.(${roles.join('|')}))?(\\.spec(-d)?)?\\.ts$`);
const testName = new RegExp(`^${noun}(\\.spec(-d)?)?\\.ts$`);
const emptyWords = /(^|[/.-])(dtos?|interfaces?|utils?|helpers?|common|shared)(?=[/.-])/i;
const environment = /\bprocess\s*(\?\.|\.|\[['"])\s*env\b|\benv\b[^;]*\bfrom ['"](node:)?process['"]/;

const isProduction = (path: string) => /^(apps|libs|sdk)\//.test(path);
const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

export const sourceRules: readonly SourceRule[] = [
  {
    name: 'has at most 250 lines',
    isBroken: (_, text) => text.split('\n').length > 251,
  },
  {
    name: 'is named <noun>.<role>.ts, with a role of the closed list',
    isBroken: (path) => !(isProduction(path) ? sourceName : testName).test(baseName(path)) && path !== 'test/vitest.config.ts',
  },
  {
    name: 'is named for what it holds, not dto, interfaces, utils, helpers, common or shared',
    isBroken: (path) => emptyWords.test(path),
  },
  {
    name: 'is no barrel, unless it is the door of a library',
    isBroken: (path) => baseName(path) === 'index.ts' && !/^libs\/[^/]+\/src\/index\.ts$/.test(path),
  },
  {
    name: 'stands in one flat folder for each API',
    isBroken: (path) => /^apps\/api\/src\/[^/]+\/[^/]+\//.test(path),
  },
  {
    name: 'leaves the environment to settings.ts',
    isBroken: (path, text) => isProduction(path) && path !== 'apps/api/src/settings.ts' && environment.test(text),
  },
];
