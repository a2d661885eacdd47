import type { FastifyRequest } from 'fastify';
import { dereference, DocumentError, type Json, type JsonObject, type Located, member } from './document.js';
import { Refusal } from './refusal.js';
import { type Validator, validatorAt, type Violation } from './schemas.js';
import { readCookie } from './security-schemes.js';
import { defaultOf, itemsOf, schemasOfItems, typesOf } from './shapes.js';
import { isUnstorable } from './unstorable.js';

const places = ['path', 'query', 'header', 'cookie'] as const;
export type Place = (typeof places)[number];
export type ParameterValues = { [place in Place]?: Record<string, unknown> };

type Raw = string | readonly string[];

interface Parameter {
  readonly name: string;
  readonly place: Place;
  readonly pointer: string;
  readonly isRequired: boolean;
  readonly isList: boolean;
  /** Whether an empty value counts as left out. */
  readonly isEmptyAbsent: boolean;
  readonly default: Json | undefined;
  readonly validator: Validator;
  readonly read: (request: FastifyRequest) => Raw | undefined;
  readonly parse: (raw: Raw) => unknown;
}

/** An operation's parameters: taken from their four places, turned from text into their types, given their defaults, validated. */
export class Parameters {
  readonly validators: readonly Validator[];
  /** The names of parameters in headers, as a preflight has to allow them. */
  readonly headerNames: readonly string[];
  readonly #groups: readonly (readonly [place: Place, parameters: readonly Parameter[]])[];
  /** Which of a parameter that was repeated counts, as `at` takes it; without, only a list may be repeated. */
  readonly #counting: number | undefined;

  constructor(pathItem: Located, operation: Located, root: Located) {
    const all = new Map([...itemsOf(pathItem, 'parameters'), ...itemsOf(operation, 'parameters')].map((item) => {
      const parameter = readParameter(dereference(item));
      return [parameter.pointer, parameter];
    }));
    const parameters = [...all.values()];
    this.validators = parameters.map(({ validator }) => validator);
    this.headerNames = parameters.filter(({ place }) => place === 'header').map(({ name }) => name.toLowerCase());
    this.#groups = [...Map.groupBy(parameters, ({ place }) => place)].sort(([a], [b]) => places.indexOf(a) - places.indexOf(b));
    this.#counting = { first: 0, last: -1 }[String(member(root, 'x-repeated-parameters')?.value)];
  }

  /** Throws 404 for a path that its schema does not know, 400 for anything else. */
  read(request: FastifyRequest): ParameterValues {
    const values: ParameterValues = {};
    for (const [place, parameters] of this.#groups) {
      const group: Record<string, unknown> = (values[place] = {});
      for (const parameter of parameters) {
        const value = this.#valueOf(parameter, request);
        if (value !== undefined) group[parameter.name] = value;
      }
    }
    return values;
  }

  #valueOf(parameter: Parameter, request: FastifyRequest): unknown {
    const { name, pointer, isRequired, isList, isEmptyAbsent, parse, validator } = parameter;
    const sent = parameter.read(request);
    const counting = this.#counting !== undefined && !isList && typeof sent === 'object' ? sent.at(this.#counting) : sent;
    const raw = isEmptyAbsent && counting === '' ? undefined : counting;
    if (raw === undefined) {
      if (isRequired) throw outside(parameter, { pointer, detail: `${name} is required` });
      return typeof parameter.default === 'object' ? structuredClone(parameter.default) : parameter.default;
    }
    if (typeof raw === 'string' ? isUnstorable(raw) : raw.some(isUnstorable)) {
      throw outside(parameter, { pointer, detail: `${name} holds text that cannot be kept` });
    }
    const value = parse(raw);
    const violation = validator.violationOf(value, pointer);
    if (violation) throw outside(parameter, violation);
    return value;
  }
}

const outside = ({ place }: Parameter, violation: Violation): Refusal =>
  place === 'path' ? new Refusal(404) : Refusal.invalid(violation);

function readParameter(at: Located): Parameter {
  const { name, in: place, required, style, explode, allowEmptyValue } = at.value as JsonObject;
  if (typeof name !== 'string' || !places.includes(place as Place)) throw new DocumentError(at, 'a parameter needs a name and a place');
  const schema = member(at, 'schema');
  if (!schema) throw new DocumentError(at, `the parameter ${name} has no schema`);
  const isNamed = place === 'query' || place === 'cookie';
  const types = typesOf(schema);
  if ((style ?? (isNamed ? 'form' : 'simple')) !== (isNamed ? 'form' : 'simple') || types.includes('object')) {
    throw new DocumentError(at, `the parameter ${name} is written in a way that the server does not read`);
  }
  return {
    name,
    place: place as Place,
    pointer: `/${place as Place}/${name}`,
    isRequired: required === true,
    isList: types.includes('array'),
    isEmptyAbsent: allowEmptyValue === true,
    default: defaultOf(schema),
    validator: validatorAt(schema),
    read: readerOf(place as Place, name),
    parse: types.includes('array') ? listParser(schema, !isNamed || explode === false) : scalarParser(types),
  };
}

function readerOf(place: Place, name: string): Parameter['read'] {
  const lower = name.toLowerCase();
  const route = routeName(name);
  return {
    path: ({ params }: FastifyRequest) => (params as Record<string, string>)[route],
    query: ({ query }: FastifyRequest) => (query as Record<string, Raw>)[name],
    header: ({ headers }: FastifyRequest) => headers[lower],
    cookie: ({ headers }: FastifyRequest) => readCookie(headers.cookie, name),
  }[place];
}

/** A path parameter's name as the router can hold it. */
export const routeName = (name: string): string => name.replaceAll(/\W/g, '_');

/** What does not fit stays as it is, for validation to refuse. */
const scalarParser = (types: readonly Json[]): Parameter['parse'] => (raw) => (typeof raw === 'string' ? coerce(raw, types) : raw);

/** A list comes with commas, or by repeating the parameter. */
function listParser(schema: Located, hasCommas: boolean): Parameter['parse'] {
  const types = schemasOfItems(schema).flatMap(typesOf);
  return (raw) => {
    const texts = typeof raw === 'string' ? (hasCommas ? raw.split(',').map((text) => text.trim()) : [raw]) : raw;
    return texts.map((text) => coerce(text, types));
  };
}

/** Text to the first of the types that it spells exactly. */
export function coerce(text: string, types: readonly Json[]): unknown {
  for (const type of types) {
    if (type === 'integer' && /^-?\d+$/.test(text)) return Number(text);
    if (type === 'number' && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text);
    if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  }
  return text;
}
