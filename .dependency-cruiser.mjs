/**
 * Who may import whom. The architecture ring runs these rules over the sources, and once over planted violations,
 * one of each, to see them caught: a rule added here needs a plant in test/architecture/plants.ts.
 */
const forTests = '\\.spec(-d)?\\.ts$|^libs/[^/]+/fixtures/';
const door = (...libraries) => `^libs/(${libraries.join('|')})/src/index\\.ts$`;
const programs = '^apps/api/src/(admin/)?main\\.ts$';
/** The operator's command line, which may use what any API offers. */
const admin = '^apps/api/src/admin/';
const anyOfOurs = '^(apps|libs|sdk|test|scripts)/';

/** The libraries that each library stands on. One that is not listed may import none, and none may import it. */
const floors = { contract: [], persistence: [], mail: [], accounts: ['persistence'], auth: ['contract', 'accounts'] };

const floorRules = Object.entries(floors).map(([library, allowed]) => ({
  name: `${library}-imports-${allowed.length > 0 ? `only-${allowed.join('-and-')}` : 'no-library'}`,
  comment: 'Libraries are floors: each knows those below it and nothing of the application.',
  from: { path: `^libs/${library}/`, pathNot: forTests },
  to: { path: anyOfOurs, pathNot: [`^libs/${library}/`, ...(allowed.length > 0 ? [door(...allowed)] : [])] },
}));

const rules = [
  ...floorRules,
  {
    name: 'apis-are-strangers',
    comment: 'What two APIs really share moves down into a library.',
    from: { path: '^apps/api/src/([^/]+)/', pathNot: admin },
    to: { path: '^apps/api/src/[^/]+/', pathNot: '^apps/api/src/$1/' },
  },
  {
    name: 'apis-stand-on-libraries',
    comment: 'An API knows contract, accounts, persistence and mail; who signs in callers is no concern of it.',
    from: { path: '^apps/api/src/[^/]+/', pathNot: admin },
    to: {
      path: anyOfOurs,
      pathNot: ['^apps/api/src/[^/]+/', '^sdk/src/generated/', door('contract', 'accounts', 'persistence', 'mail')],
    },
  },
  {
    name: 'apis-are-composed-in-one-place',
    comment: 'app.module.ts is the table of contents, entities.ts that of the database, admin/ that of the operator.',
    from: { path: '^(apps|libs|sdk)/', pathNot: ['^apps/api/src/[^/]+/', '^apps/api/src/(app\\.module|entities)\\.ts$'] },
    to: { path: '^apps/api/src/[^/]+/' },
  },
  {
    name: 'auth-is-wired-in-one-place',
    comment: 'No API can name a guard: the documents say who may call.',
    from: { pathNot: ['^libs/auth/', '^apps/api/src/app\\.module\\.ts$', '^test/'] },
    to: { path: '^libs/auth/' },
  },
  {
    name: 'libraries-open-by-their-door',
    comment: 'What a library does not export from src/index.ts is its own; only its own contract tests look behind.',
    from: { path: '^test/contract/([^/]+)/|^(?:apps|sdk|test|scripts)/' },
    to: { path: '^libs/[^/]+/', pathNot: [door('[^/]+'), '^libs/$1/'] },
  },
  {
    name: 'libraries-go-by-their-alias',
    comment: 'Say #contract, not a path: it holds in sources, in tests and in dist.',
    from: { path: '^(?:libs/([^/]+)|apps|sdk|test|scripts)/' },
    to: { path: door('[^/]+'), pathNot: '^libs/$1/', dependencyTypesNot: ['aliased-subpath-import'] },
  },
  {
    name: 'only-doors-re-export',
    comment: 'A barrel hides where things are; a library has one, its door, and the SDK one for each API.',
    from: { pathNot: [door('[^/]+'), '^sdk/src/[^/]+\\.ts$'] },
    to: { dependencyTypes: ['export'] },
  },
  {
    name: 'generated-types-stay-behind-contracts',
    comment: 'Only *.contract.ts reads generated types; all else speaks the domain.',
    from: { pathNot: ['^sdk/', '\\.contract\\.ts$'] },
    to: { path: '^sdk/src/generated/' },
  },
  {
    name: 'services-know-no-http',
    comment: 'A service or an entity that sees a request cannot be used without one.',
    from: { path: '^apps/api/src/[^/]+/.*\\.(service|entity)\\.ts$' },
    to: { path: 'node_modules/(fastify|express|@nestjs/platform-[^/]+)/|^(node:)?(http|https|http2)$' },
  },
  {
    name: 'sdk-stands-alone',
    comment: 'The client is published without dependencies, for browsers too.',
    from: { path: '^sdk/', pathNot: forTests },
    to: { pathNot: '^sdk/' },
  },
  {
    name: 'e2e-goes-through-the-sdk',
    comment: 'A journey sees what a user of the SDK sees.',
    from: { path: '^test/e2e/' },
    to: {
      pathNot: ['^sdk/src/[^/]+\\.ts$', '^test/(e2e|support)/', 'node_modules/vitest/'],
      dependencyTypesNot: ['core'],
    },
  },
  {
    name: 'tests-stay-outside',
    from: { path: '^(apps|libs|sdk)/', pathNot: forTests },
    to: { path: ['^(test|scripts)/', forTests] },
  },
  {
    name: 'production-needs-no-dev-dependency',
    from: { path: '^(apps|libs|sdk)/', pathNot: forTests },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'packages-are-declared',
    comment: 'A package that only happens to be installed may be gone tomorrow.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  { name: 'imports-resolve', from: {}, to: { couldNotResolve: true } },
  { name: 'no-cycles', from: {}, to: { circular: true } },
  {
    name: 'no-orphans',
    from: { orphan: true, pathNot: ['^sdk/src/generated/', '^apps/api/src/main\\.ts$'] },
    to: {},
  },
  {
    name: 'no-dead-modules',
    comment: 'What the server never reaches is only kept alive by its own tests.',
    from: { path: programs },
    to: { path: '^(apps|libs)/', pathNot: [forTests, programs], reachable: false },
  },
];

export default {
  forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.\\./)*dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'node', 'default'],
    },
  },
};
