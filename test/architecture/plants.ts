/** Files by path, each with what it imports; `export …` is a re-export. */
export type Tree = Readonly<Record<string, readonly string[]>>;

/** A repository in small that keeps every rule, with an import of each kind that is allowed. */
export const soundTree: Tree = {
  'apps/api/src/main.ts': ['./app.module.js', './settings.js', '#contract'],
  'apps/api/src/app.module.ts': ['./entities.js', './coding/coding.module.js', './chat/chat.module.js', '#auth', '#mail'],
  'apps/api/src/admin/main.ts': ['../settings.js', '../entities.js', '../coding/session.service.js', '#persistence'],
  'apps/api/src/entities.ts': ['./coding/session.entity.js'],
  'apps/api/src/settings.ts': ['node:fs'],
  'apps/api/src/chat/chat.module.ts': ['@nestjs/common'],
  'apps/api/src/coding/coding.module.ts': ['./coding.controller.js', '#accounts', '#persistence'],
  'apps/api/src/coding/coding.controller.ts': ['./coding.contract.js', './session.service.js'],
  'apps/api/src/coding/coding.contract.ts': ['#contract', '#generated/coding'],
  'apps/api/src/coding/session.service.ts': ['./session.entity.js', '#contract'],
  'apps/api/src/coding/session.service.spec.ts': ['./session.service.js', 'vitest'],
  'apps/api/src/coding/session.entity.ts': ['@mikro-orm/core'],
  'libs/contract/src/index.ts': ['export ./refusal.js'],
  'libs/contract/src/refusal.ts': ['fastify'],
  'libs/contract/src/refusal.spec.ts': ['./refusal.js', '../fixtures/defects.js', 'vitest'],
  'libs/contract/fixtures/defects.ts': ['typescript'],
  'libs/persistence/src/index.ts': [],
  'libs/mail/src/index.ts': [],
  'libs/accounts/src/index.ts': ['#persistence'],
  'libs/auth/src/index.ts': ['#contract', '#accounts'],
  'sdk/src/coding.ts': ['./generated/coding.js', 'export ./request.js'],
  'sdk/src/request.ts': [],
  'sdk/src/generated/coding.d.ts': [],
  'test/e2e/journey.spec.ts': ['../../sdk/src/coding.js', '../support/app.js', 'vitest', 'node:net'],
  'test/contract/contract/refusals.spec.ts': ['../../../libs/contract/src/refusal.js'],
  'test/support/app.ts': ['../../apps/api/src/app.module.js'],
};

/** For each rule: files that break it, and how the break is reported. */
export const plants: Readonly<Record<string, readonly [files: Tree, report: string]>> = {
  'contract-imports-no-library': [
    { 'libs/contract/src/store.ts': ['#persistence'] },
    'libs/contract/src/store.ts → libs/persistence/src/index.ts',
  ],
  'persistence-imports-no-library': [
    { 'libs/persistence/src/owner.ts': ['#accounts'] },
    'libs/persistence/src/owner.ts → libs/accounts/src/index.ts',
  ],
  'mail-imports-no-library': [
    { 'libs/mail/src/outbox.ts': ['../../../apps/api/src/settings.js'] },
    'libs/mail/src/outbox.ts → apps/api/src/settings.ts',
  ],
  'accounts-imports-only-persistence': [
    { 'libs/accounts/src/errors.ts': ['#contract'] },
    'libs/accounts/src/errors.ts → libs/contract/src/index.ts',
  ],
  'auth-imports-only-contract-and-accounts': [
    { 'libs/auth/src/token.guard.ts': ['#persistence'] },
    'libs/auth/src/token.guard.ts → libs/persistence/src/index.ts',
  ],
  'apis-are-strangers': [
    { 'apps/api/src/chat/friend.service.ts': ['../coding/session.entity.js'] },
    'apps/api/src/chat/friend.service.ts → apps/api/src/coding/session.entity.ts',
  ],
  'apis-stand-on-libraries': [
    { 'apps/api/src/chat/avatars.ts': ['../settings.js'] },
    'apps/api/src/chat/avatars.ts → apps/api/src/settings.ts',
  ],
  'apis-are-composed-in-one-place': [
    { 'apps/api/src/landing.ts': ['./coding/coding.module.js'] },
    'apps/api/src/landing.ts → apps/api/src/coding/coding.module.ts',
  ],
  'auth-is-wired-in-one-place': [
    { 'apps/api/src/chat/door.ts': ['#auth'] },
    'apps/api/src/chat/door.ts → libs/auth/src/index.ts',
  ],
  'libraries-open-by-their-door': [
    { 'apps/api/src/coding/coding.errors.ts': ['../../../../libs/contract/src/refusal.js'] },
    'apps/api/src/coding/coding.errors.ts → libs/contract/src/refusal.ts',
  ],
  'libraries-go-by-their-alias': [
    { 'apps/api/src/coding/people.ts': ['../../../../libs/accounts/src/index.js'] },
    'apps/api/src/coding/people.ts → libs/accounts/src/index.ts',
  ],
  'only-doors-re-export': [
    { 'apps/api/src/coding/everything.ts': ['export ./session.entity.js'] },
    'apps/api/src/coding/everything.ts → apps/api/src/coding/session.entity.ts',
  ],
  'generated-types-stay-behind-contracts': [
    { 'apps/api/src/coding/sessions.ts': ['#generated/coding'] },
    'apps/api/src/coding/sessions.ts → sdk/src/generated/coding.d.ts',
  ],
  'services-know-no-http': [
    { 'apps/api/src/coding/report.service.ts': ['node:http'] },
    'apps/api/src/coding/report.service.ts → http',
  ],
  'sdk-stands-alone': [{ 'sdk/src/retry.ts': ['rxjs'] }, 'sdk/src/retry.ts → rxjs'],
  'e2e-goes-through-the-sdk': [
    { 'test/e2e/shortcut.spec.ts': ['../../apps/api/src/app.module.js'] },
    'test/e2e/shortcut.spec.ts → apps/api/src/app.module.ts',
  ],
  'tests-stay-outside': [
    { 'apps/api/src/demo.ts': ['../../../test/support/app.js'] },
    'apps/api/src/demo.ts → test/support/app.ts',
  ],
  'production-needs-no-dev-dependency': [
    { 'libs/mail/src/check.ts': ['fast-check'] },
    'libs/mail/src/check.ts → fast-check',
  ],
  'packages-are-declared': [
    { 'libs/mail/src/colours.ts': ['enhanced-resolve'] },
    'libs/mail/src/colours.ts → enhanced-resolve',
  ],
  'imports-resolve': [{ 'libs/mail/src/typo.ts': ['./tpyo.js'] }, 'libs/mail/src/typo.ts → ./tpyo.js'],
  'no-cycles': [
    { 'libs/mail/src/egg.ts': ['./hen.js'], 'libs/mail/src/hen.ts': ['./egg.js'] },
    'libs/mail/src/egg.ts → libs/mail/src/hen.ts',
  ],
  'no-orphans': [{ 'libs/mail/src/island.ts': [] }, 'libs/mail/src/island.ts → libs/mail/src/island.ts'],
  'no-dead-modules': [
    { 'libs/mail/src/dead.ts': ['./index.js'], 'libs/mail/src/dead.spec.ts': ['./dead.js'] },
    'libs/mail/src/dead.ts → libs/mail/src/dead.ts',
  ],
};
