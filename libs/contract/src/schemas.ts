import addFormats from 'ajv-formats';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { DocumentError, filesFrom, follow, isObject, type Located, referenceOf, referenceTo } from './document.js';

/** OpenAPI's own words beside JSON Schema's, our one extension, and the two places of a file where schemas stand. */
const vocabulary = ['example', 'externalDocs', 'xml', 'discriminator', 'x-message', 'components', 'paths'];

const ajv = new Ajv2020({
  strictTypes: false,
  validateSchema: false,
  verbose: true,
  // Optimizing takes longer than the optimized code ever saves.
  code: { optimize: false },
});
addFormats.default(ajv);
// Bytes are no text: their schema names a media type, or nothing (OpenAPI 3.1, "Working with binary data").
delete ajv.formats['binary'];
ajv.addVocabulary(vocabulary);

export const isFormat = (name: string): boolean => Object.hasOwn(ajv.formats, name);

/** The first rule that a value broke: where in the value (a JSON pointer), and in words. */
export interface Violation {
  readonly pointer: string;
  readonly detail: string;
}

/** A schema at work. It is compiled when first needed, or by `prepare`, and once for all who refer to it. */
export class Validator {
  #validate: ValidateFunction | undefined;

  constructor(readonly at: Located) {}

  /** Throws `DocumentError` when the schema is none. */
  prepare(): void {
    this.#validate ??= compile(this.at);
  }

  accepts(value: unknown): boolean {
    return (this.#validate ??= compile(this.at))(value);
  }

  /** What is wrong with a value that stands at `pointer`; undefined for a valid one. */
  violationOf(value: unknown, pointer: string): Violation | undefined {
    if (this.accepts(value)) return undefined;
    const error = this.#validate?.errors?.[0];
    return error ? worded(error, pointer) : { pointer, detail: `${nameOf(pointer)} is not valid` };
  }
}

const validators = new Map<string, Validator>();

export function validatorAt(at: Located): Validator {
  const target = bare(at);
  const key = referenceTo(target);
  let validator = validators.get(key);
  if (!validator) validators.set(key, (validator = new Validator(target)));
  return validator;
}

/** The schema that a mere reference stands for. */
function bare(at: Located): Located {
  const reference = referenceOf(at);
  const isMere = reference !== undefined && isObject(at.value) && Object.keys(at.value).every((name) => name === '$ref' || name === 'description');
  return isMere ? bare(follow(at, reference)) : at;
}

function compile(at: Located): ValidateFunction {
  try {
    for (const { url, tree: { components = {}, paths = {} } } of filesFrom(at.file)) {
      if (!ajv.schemas[url]) ajv.addSchema({ components, paths }, url);
    }
    return ajv.getSchema(referenceTo(at))!;
  } catch (cause) {
    throw new DocumentError(at, (cause as Error).message);
  }
}

function worded(error: ErrorObject, root: string): Violation {
  const { keyword, params, message, parentSchema } = error;
  const missing = keyword === 'required' ? `/${(params as { missingProperty: string }).missingProperty}` : '';
  const pointer = `${root}${error.instancePath}${missing}`;
  const own: unknown = parentSchema?.['x-message'];
  // A value of the wrong type, or none, is another matter than one that breaks a rule.
  if (typeof own === 'string' && keyword !== 'type' && keyword !== 'required') return { pointer, detail: own };
  if (keyword === 'required') return { pointer, detail: `${nameOf(pointer)} is required` };
  if (keyword === 'enum') {
    return { pointer, detail: `${nameOf(pointer)} must be one of ${(params as { allowedValues: unknown[] }).allowedValues.join(', ')}` };
  }
  return { pointer, detail: `${nameOf(pointer)} ${message ?? 'is not valid'}` };
}

const nameOf = (pointer: string): string =>
  pointer.split('/').slice(2).join('.').replaceAll('~1', '/').replaceAll('~0', '~') || 'the body';
