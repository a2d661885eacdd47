import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sourceRules } from './source-rules.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const sources = ['apps', 'libs', 'sdk', 'test', 'scripts']
  .flatMap((folder) => readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(root, `${entry.parentPath}/${entry.name}`).replaceAll('\\', '/'))
  .filter((path) => !path.startsWith('sdk/src/generated/') && !path.includes('node_modules/'));

/** What breaks each rule, and what is near to it but sound. */
const examples: Readonly<Record<string, { broken: [path: string, text?: string][]; sound: [path: string, text?: string][] }>> = {
  'has at most 250 lines': {
    broken: [['libs/contract/src/document.ts', 'x;\n'.repeat(251)]],
    sound: [['libs/contract/src/document.ts', 'x;\n'.repeat(250)]],
  },
  'is named <noun>.<role>.ts, with a role of the closed list': {
    broken: [['apps/api/src/coding/session.repository.ts'], ['libs/mail/src/OutBox.mailer.ts'], ['test/support/app.service.ts']],
    sound: [
      ['apps/api/src/coding/running-session.entity.ts'],
      ['apps/api/src/coding/durations.spec.ts'],
      ['libs/contract/src/operation.spec-d.ts'],
      ['libs/persistence/src/migrations/sqlite/001-accounts.ts'],
      ['test/contract/coding/recordHeartbeat.spec.ts'],
    ],
  },
  'is named for what it holds, not dto, interfaces, utils, helpers, common or shared': {
    broken: [['libs/common/src/index.ts'], ['apps/api/src/coding/session.dto.ts'], ['test/support/http-helpers.ts']],
    sound: [['apps/api/src/coding/commons-friend.ts']],
  },
  'is no barrel, unless it is the door of a library': {
    broken: [['apps/api/src/coding/index.ts'], ['libs/contract/src/limits/index.ts']],
    sound: [['libs/contract/src/index.ts']],
  },
  'stands in one flat folder for each API': {
    broken: [['apps/api/src/coding/sessions/session.service.ts']],
    sound: [['apps/api/src/coding/session.service.ts']],
  },
  'leaves the environment to settings.ts': {
    broken: [
      ['libs/mail/src/outbox.ts', 'send(process.env.SMTP_URL);'],
      ['libs/mail/src/outbox.ts', "send(process['env']['SMTP_URL']);"],
      ['apps/api/src/main.ts', "import { argv, env } from 'node:process';"],
    ],
    sound: [
      ['apps/api/src/settings.ts', 'read(process.env);'],
      ['apps/api/src/main.ts', 'process.exitCode = 1; const environment = 2;'],
    ],
  },
};

describe.each(sourceRules)('every source file $name', ({ name, isBroken }) => {
  it('as found', () => {
    expect(sources.filter((path) => isBroken(path, readFileSync(`${root}${path}`, 'utf8')))).toEqual([]);
  });

  it('as the rule can tell', () => {
    const { broken, sound } = examples[name] ?? { broken: [], sound: [] };
    expect(broken.map(([path, text = '']) => isBroken(path, text))).toEqual(broken.map(() => true));
    expect(sound.map(([path, text = '']) => isBroken(path, text))).toEqual(sound.map(() => false));
    expect(broken).not.toEqual([]);
  });
});
