import { DocumentError, type Fault, faultAt, filesFrom, follow, isObject, type Json, type Located, member, membersOf, referenceOf, type SourceFile } from './document.js';
import { isFormat } from './schemas.js';

const types: ReadonlySet<unknown> = new Set(['null', 'boolean', 'integer', 'number', 'string', 'array', 'object']);

/** What may stand in a schema. A keyword that nobody reads would promise what nobody keeps. */
const keywords = {
  schema: [
    'items', 'contains', 'unevaluatedItems', 'additionalProperties', 'unevaluatedProperties', 'propertyNames', 'not', 'if', 'then', 'else',
  ],
  list: ['allOf', 'anyOf', 'oneOf', 'prefixItems'],
  map: ['properties', 'patternProperties', 'dependentSchemas', '$defs'],
  other: [
    '$ref', '$comment', 'type', 'enum', 'const', 'format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum',
    'exclusiveMaximum', 'multipleOf', 'minItems', 'maxItems', 'uniqueItems', 'minContains', 'maxContains', 'minProperties', 'maxProperties',
    'required', 'dependentRequired', 'contentMediaType', 'contentEncoding', 'contentSchema', 'title', 'description', 'default', 'example',
    'examples', 'deprecated', 'readOnly', 'writeOnly', 'externalDocs', 'xml', 'discriminator', 'x-message',
  ],
};
const kindOf = new Map(Object.entries(keywords).flatMap(([kind, names]) => names.map((name) => [name, kind as keyof typeof keywords])));

/**
 * What is wrong with the schemas and references of a file and of all that it refers to. Without it, a production server
 * would find these only when it first needs them, and a validator would tell one at a time and not where.
 */
export const faultsOfFile = (file: SourceFile): Fault[] =>
  filesFrom(file).flatMap((each) => {
    const own = each === file || !each.error ? [] : [{ document: each.name, line: each.error.line, message: each.error.message }];
    return [...own, ...[...strays(each.root)].map(({ at, message }) => faultAt(at, message, operationAt(at)))];
  });

interface Stray {
  readonly at: Located;
  readonly message: string;
}

function* strays(at: Located): Generator<Stray> {
  yield* brokenReference(at);
  for (const [name, child] of membersOf(at)) {
    if (name === 'schema') yield* straysInSchema(child);
    else if (name === 'schemas' && at.path.length === 1) for (const [, schema] of membersOf(child)) yield* straysInSchema(schema);
    else if (name !== 'value' && name !== 'example' && !name.startsWith('x-')) yield* strays(child);
  }
}

function* straysInSchema(at: Located): Generator<Stray> {
  if (typeof at.value === 'boolean') return;
  if (!isObject(at.value)) return yield { at, message: 'is no schema' };
  yield* brokenReference(at);
  for (const [name, child] of membersOf(at)) {
    const kind = kindOf.get(name);
    if (kind === 'schema') yield* straysInSchema(child);
    else if (kind) for (const [, schema] of kind === 'other' ? [] : membersOf(child)) yield* straysInSchema(schema);
    else yield { at: child, message: `unknown keyword ${name}` };
    const wrong = kind === 'other' ? wrongValue(name, child.value) : undefined;
    if (wrong !== undefined) yield { at: child, message: wrong };
  }
  for (const [pattern, schema] of membersOf(member(at, 'patternProperties'))) {
    if (!isPattern(pattern)) yield { at: schema, message: `pattern ${pattern} is no regular expression` };
  }
}

function* brokenReference(at: Located): Generator<Stray> {
  const reference = referenceOf(at);
  if (reference === undefined) return;
  try {
    follow(at, reference);
  } catch (cause) {
    if (!(cause instanceof DocumentError)) throw cause;
    yield { at, message: cause.message };
  }
}

function wrongValue(keyword: string, value: Json): string | undefined {
  if (keyword === 'type' && ![value].flat().every((type) => types.has(type))) return `unknown type ${JSON.stringify(value)}`;
  if (keyword === 'format' && !isFormat(String(value))) return `unknown format ${JSON.stringify(value)}`;
  if (keyword === 'pattern' && !isPattern(String(value))) return `pattern ${String(value)} is no regular expression`;
  return undefined;
}

function isPattern(source: string): boolean {
  try {
    return Boolean(new RegExp(source, 'u'));
  } catch {
    return false;
  }
}

/** The operation in which a place stands; none for components. */
function operationAt({ file, path }: Located): string | undefined {
  const id = path[0] === 'paths' ? member(file.root, ...path.slice(0, 3), 'operationId')?.value : undefined;
  return typeof id === 'string' ? id : undefined;
}
