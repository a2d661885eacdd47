import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

type Node = Readonly<Record<string, unknown>>;

const folder = new URL('../../openapi/', import.meta.url);
const root = fileURLToPath(new URL('..', folder));
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.endsWith('.asyncapi.yaml'));
const trees = new Map(files.map((name) => [name, parse(readFileSync(new URL(name, folder), 'utf8')) as Node]));
const documents = files.filter((name) => name !== 'common.yaml');

const houseStyle = readFileSync(new URL('README.md', folder), 'utf8');
const defaultHeaders = { limit: 'ratelimit-limit', remaining: 'ratelimit-remaining', reset: 'ratelimit-reset' };
const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

const ajv = new Ajv2020({ strictRequired: false, strictTypes: false, allowUnionTypes: true, validateSchema: false });
addFormats.default(ajv);
ajv.addVocabulary(['example', 'externalDocs', 'xml', 'discriminator', 'x-message']);
// Ajv reads a document from its root on to find a schema in it, and would take the root's members for keywords.
ajv.addVocabulary([...new Set([...trees.values()].flatMap((tree) => Object.keys(tree)))]);
for (const [name, tree] of trees) ajv.addSchema(tree, name);

/** A value of a document, wherever its `$ref`s led, and the address at which Ajv finds it. */
class Place {
  constructor(
    readonly file: string,
    readonly pointer: string,
    readonly value: unknown,
  ) {}

  get address(): string {
    return `${this.file}#${this.pointer}`;
  }

  get node(): Node {
    return typeof this.value === 'object' && this.value !== null ? (this.value as Node) : {};
  }

  get(...names: string[]): Place {
    return names.reduce<Place>((place, name) => place.#child(name), this);
  }

  all(...names: string[]): [string, Place][] {
    const owner = this.get(...names);
    return Object.keys(owner.node).map((name) => [name, owner.get(name)]);
  }

  #child(name: string): Place {
    const pointer = `${this.pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const value = this.node[name];
    const reference = (value as { $ref?: string } | undefined)?.$ref;
    return reference === undefined ? new Place(this.file, pointer, value) : this.#follow(reference);
  }

  #follow(reference: string): Place {
    const [file = '', pointer = ''] = reference.split('#');
    const target = file || this.file;
    const names = pointer.split('/').slice(1).map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
    return new Place(target, '', trees.get(target)).get(...names);
  }
}

const placeOf = (document: string): Place => new Place(document, '', trees.get(document));

const operationsOf = (document: string): Place[] =>
  placeOf(document)
    .all('paths')
    .flatMap(([, path]) => path.all().flatMap(([name, operation]) => (methods.has(name) ? [operation] : [])));

const namesOf = ({ node }: Place): string[] => Object.keys(node);
const idOf = (operation: Place): string => String(operation.node['operationId']);

/** Each thing of an operation that has a schema: parameters, bodies and headers. */
function* examinedOf(operation: Place): Generator<Place> {
  for (const [, parameter] of operation.all('parameters')) yield parameter;
  for (const [, media] of operation.all('requestBody', 'content')) yield media;
  for (const [, response] of operation.all('responses')) {
    for (const [, header] of response.all('headers')) yield header;
    for (const [, media] of response.all('content')) yield media;
  }
}

const examplesOf = (place: Place): unknown[] => [
  ...('example' in place.node ? [place.node['example']] : []),
  ...place.all('examples').map(([, example]) => example.node['value']),
];

/** Every `name: value` anywhere in a document. */
function* membersOf(value: unknown): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    yield [name, member];
    yield* membersOf(member);
  }
}

/** What a script prints, whether it succeeds or fails. */
function run(script: string, ...options: string[]): Promise<{ stdout: string; stderr: string }> {
  const env = { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const ended = promisify(execFile)(process.execPath, [script, ...options], { cwd: root, env });
  return ended.catch((failure: { stdout: string; stderr: string }) => failure);
}

describe.each(documents)('%s', (document) => {
  const name = document.replace(/\.yaml$/, '');
  const top = placeOf(document).node;
  const cases = operationsOf(document).map((operation) => [idOf(operation), operation] as const);
  const limitOf = ({ node }: Place): unknown => node['x-rate-limit'] ?? top['x-rate-limit'] ?? false;
  const securityOf = ({ node }: Place) => (node['security'] ?? top['security'] ?? []) as Node[];

  it('passes the linter without an error, a warning or an exception', async () => {
    const { stdout } = await run('node_modules/@redocly/cli/bin/cli.js', 'lint', name, '--format', 'json');
    const { totals, problems } = JSON.parse(stdout) as { totals: Node; problems: { message: string }[] };
    expect(problems.map(({ message }) => message)).toEqual([]);
    expect(totals).toEqual({ errors: 0, warnings: 0, ignored: 0 });
  });

  it('is served at the root and under its own name', () => {
    const servers = placeOf(document).all('servers').map(([, server]) => server.node['url']);
    expect(servers).toEqual(expect.arrayContaining(['/', `/${name}`]));
  });

  it('uses no extension that the house style does not explain', () => {
    const used = [...membersOf(top)].map(([member]) => member).filter((member) => member.startsWith('x-'));
    for (const member of new Set(used)) expect(houseStyle).toContain(`\n| \`${member}\` |`);
  });

  describe.each(cases)('%s', (_, operation) => {
    const responses = operation.all('responses');
    const statuses = responses.map(([status]) => status);

    it('has a summary and a description', () => {
      expect(operation.node['summary']).toEqual(expect.any(String));
      expect(String(operation.node['description']).length).toBeGreaterThanOrEqual(40);
    });

    it('shows an example of everything, valid by its schema', () => {
      for (const place of examinedOf(operation)) {
        const examples = examplesOf(place);
        expect(examples, `${place.address} has no example`).not.toHaveLength(0);
        const validate = ajv.compile({ $ref: place.get('schema').address });
        for (const example of examples) expect(validate(example) || validate.errors, place.address).toBe(true);
      }
    });

    it('can fail, and says so in JSON and as a problem', () => {
      expect(statuses).toContain('500');
      for (const [status, response] of responses.filter(([code]) => Number(code) >= 400)) {
        const problem = response.get('content', 'application/problem+json');
        const told = namesOf(response.get('content', 'application/json', 'examples'));
        expect(told, response.address).toEqual(namesOf(problem.get('examples')));
        for (const example of examplesOf(problem)) {
          expect(example, response.address).toMatchObject({ status: Number(status), title: STATUS_CODES[status] });
        }
      }
    });

    it.runIf(securityOf(operation).length > 0)('asks for a credential', () => {
      const headers = operation.get('responses', '401', 'headers');
      expect(headers.get('WWW-Authenticate').node['required'], headers.address).toBe(true);
    });

    it.runIf(limitOf(operation) !== false)('tells its limit', () => {
      const tooMany = operation.get('responses', '429', 'headers');
      expect(tooMany.get('Retry-After').node['required'], tooMany.address).toBe(true);
      const limits = [limitOf(operation)].flat() as { headers?: Record<string, string> }[];
      const names = limits.flatMap(({ headers = defaultHeaders }) => Object.values(headers));
      for (const [, response] of responses.filter(([code]) => code === '429' || Number(code) < 400)) {
        const told = namesOf(response.get('headers'));
        expect(told, response.address).toEqual(expect.arrayContaining(names));
      }
    });
  });
});

describe('the documents', () => {
  it('are those that the linter knows', () => {
    const { apis } = parse(readFileSync(new URL('../redocly.yaml', folder), 'utf8')) as { apis: Record<string, Node> };
    expect(Object.values(apis).map((api) => api['root']).sort()).toEqual(documents.map((name) => `openapi/${name}`));
  });

  it('name each operation once', () => {
    const ids = documents.flatMap((document) => operationsOf(document).map(idOf));
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('share all that common.yaml holds', () => {
    const used = [...trees].flatMap(([file, tree]) =>
      [...membersOf(tree)].filter(([name]) => name === '$ref').map(([, to]) => String(to).replace(/^#/, `${file}#`)),
    );
    const shared = placeOf('common.yaml').all('components').flatMap(([, kind]) => kind.all());
    expect(used).toEqual(expect.arrayContaining(shared.map(([, piece]) => piece.address)));
  });

  it('are what the generated types were made from', async () => {
    const { stderr } = await run('scripts/generate.mjs', '--check');
    expect(stderr).toBe('');
  });
});
