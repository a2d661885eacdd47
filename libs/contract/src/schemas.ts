import addFormats from 'ajv-formats';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { DocumentError, isObject, type Json, type Located, openFile, referenceTo, type SourceFile } from './document.js';

/**
 * OpenAPI's own words beside JSON Schema's, our one extension, and the two places of a file where schemas stand; any other
 * unknown keyword refuses the boot.
 */
const vocabulary = ['example', 'externalDocs', 'xml', 'discriminator', 'x-message', 'components', 'paths'];

function validators(useDefaults: boolean): Ajv2020 {
  const ajv = new Ajv2020({
    useDefaults,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allowUnionTypes: true,
    validateSchema: false,
    verbose: true,
  });
  addFormats.default(ajv);
  return ajv.addVocabulary(vocabulary);
}

/** What comes in gets defaults; what goes out is looked at, never changed. */
const ajvOf = { input: validators(true), output: validators(false) };
export type Direction = keyof typeof ajvOf;

const known = { input: new Set<string>(), output: new Set<string>() };

/** Makes a file and all that it refers to known to the validators, by their URLs. */
function introduce(file: SourceFile, direction: Direction): void {
  if (known[direction].has(file.url)) return;
  known[direction].add(file.url);
  const { components = {}, paths = {} } = file.tree;
  ajvOf[direction].addSchema({ components, paths }, file.url);
  for (const url of referencedFiles(file.tree, file.url)) introduce(openFile(url), direction);
}

function* referencedFiles(value: Json | undefined, base: string): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* referencedFiles(item, base);
  if (!isObject(value)) return;
  for (const [name, item] of Object.entries(value)) {
    if (name === '$ref' && typeof item === 'string' && !item.startsWith('#')) {
      const url = new URL(item, base);
      url.hash = '';
      yield url.href;
    } else yield* referencedFiles(item, base);
  }
}

/** Compiles the schema at a place of a document. Throws `DocumentError` when it is no schema. */
export function compileSchema(at: Located, direction: Direction): ValidateFunction {
  return compileObject({ $ref: referenceTo(at) }, at, direction);
}

/** Compiles a schema of our own making, whose references are absolute, for a place of a document. */
export function compileObject(schema: object, at: Located, direction: Direction): ValidateFunction {
  try {
    introduce(at.file, direction);
    return ajvOf[direction].compile(schema);
  } catch (cause) {
    throw new DocumentError(at, (cause as Error).message);
  }
}

/** The first rule that a value broke: where in the value (a JSON pointer), and in words. */
export interface Violation {
  readonly pointer: string;
  readonly detail: string;
}

export function violationOf(validate: ValidateFunction, root: string): Violation {
  const error = validate.errors?.[0];
  if (!error) return { pointer: `/${root}`, detail: `${root} is not valid` };
  const pointer = `/${root}${error.instancePath}${missingIn(error)}`;
  return { pointer, detail: messageOf(error) ?? `${nameOf(pointer)} ${wording(error)}` };
}

const missingIn = ({ keyword, params }: ErrorObject): string =>
  keyword === 'required' ? `/${(params as { missingProperty: string }).missingProperty}` : '';

/** A schema's `x-message` words a broken rule; a value of the wrong type is another matter, and worded by us. */
function messageOf({ keyword, parentSchema }: ErrorObject): string | undefined {
  const message: unknown = parentSchema?.['x-message'];
  return keyword !== 'type' && keyword !== 'required' && typeof message === 'string' ? message : undefined;
}

const nameOf = (pointer: string): string =>
  pointer.split('/').slice(2).join('.').replaceAll('~1', '/').replaceAll('~0', '~') || 'the body';

const wording = ({ keyword, message, params }: ErrorObject): string => {
  if (keyword === 'required') return 'is required';
  if (keyword === 'enum') return `must be one of ${(params as { allowedValues: unknown[] }).allowedValues.join(', ')}`;
  return message ?? 'is not valid';
};

/** A text that no database of ours can keep as it is: with a NUL, or with half of a surrogate pair. */
export const isUnstorable = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

/** The pointer of the first unstorable text in a value, its names included. */
export function findUnstorable(value: unknown, pointer: string): string | undefined {
  if (typeof value === 'string') return isUnstorable(value) ? pointer : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, item] of Object.entries(value)) {
    const found = isUnstorable(name) ? pointer : findUnstorable(item, `${pointer}/${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
