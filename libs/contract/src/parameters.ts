import type { FastifyRequest } from 'fastify';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { dereference, DocumentError, isObject, type Json, type JsonObject, type Located, member, referenceTo } from './document.js';
import { Refusal } from './refusal.js';
import { compileObject, isUnstorable, violationOf } from './schemas.js';
import { readCookie } from './security-schemes.js';

const places = ['path', 'query', 'header', 'cookie'] as const;
export type Place = (typeof places)[number];
export type ParameterValues = { [place in Place]?: Record<string, unknown> };

interface Parameter {
  readonly name: string;
  readonly place: Place;
  readonly required: boolean;
  readonly schema: Located;
  readonly parse: (raw: string | readonly string[]) => unknown;
  readonly default: Json | undefined;
}

/** An operation's parameters: taken from their four places, turned from text into their types, given their defaults, validated. */
export class Parameters {
  readonly #groups: readonly { place: Place; parameters: readonly Parameter[]; validate: ValidateFunction }[];

  constructor(pathItem: Located, operation: Located) {
    const all = new Map([...listed(pathItem), ...listed(operation)].map((item) => [`${item.place} ${item.name}`, item]));
    this.#groups = places.flatMap((place) => {
      const parameters = [...all.values()].filter((parameter) => parameter.place === place);
      return parameters.length > 0 ? [{ place, parameters, validate: compileGroup(parameters, operation) }] : [];
    });
  }

  /** Throws 404 for a path that its schema does not know, 400 for anything else. */
  read(request: FastifyRequest): ParameterValues {
    const values: ParameterValues = {};
    for (const { place, parameters, validate } of this.#groups) {
      const group: Record<string, unknown> = {};
      for (const parameter of parameters) {
        const raw = rawValue(request, parameter);
        const value = raw === undefined ? structuredDefault(parameter) : parameter.parse(raw);
        if (value !== undefined) group[parameter.name] = value;
        if (isUnstorableText(raw)) throw outside(place, { pointer: `/${place}/${parameter.name}`, detail: `${parameter.name} holds text that cannot be kept` });
      }
      if (!validate(group)) throw outside(place, violationOf(validate, place));
      values[place] = group;
    }
    return values;
  }
}

const outside = (place: Place, violation: { pointer: string; detail: string }): Refusal =>
  place === 'path' ? new Refusal(404) : Refusal.invalid(violation);

const structuredDefault = (parameter: Parameter): Json | undefined =>
  parameter.default === undefined ? undefined : structuredClone(parameter.default);

const isUnstorableText = (raw: string | readonly string[] | undefined): boolean =>
  raw !== undefined && (typeof raw === 'string' ? isUnstorable(raw) : raw.some(isUnstorable));

function rawValue(request: FastifyRequest, { place, name }: Parameter): string | readonly string[] | undefined {
  switch (place) {
    case 'path':
      return (request.params as Record<string, string>)[routeName(name)];
    case 'query':
      return (request.query as Record<string, string | string[]>)[name];
    case 'header':
      return request.headers[name.toLowerCase()];
    case 'cookie':
      return readCookie(request.headers.cookie, name);
  }
}

/** A path parameter's name as the router can hold it. */
export const routeName = (name: string): string => name.replaceAll(/\W/g, '_');

function listed(owner: Located): Parameter[] {
  const list = member(owner, 'parameters');
  const count = list && Array.isArray(list.value) ? list.value.length : 0;
  return Array.from({ length: count }, (_, index) => readParameter(dereference(member(list!, index)!)));
}

function readParameter(at: Located): Parameter {
  const { name, in: place, required, style, explode } = at.value as JsonObject;
  const schema = member(at, 'schema');
  if (typeof name !== 'string' || !places.includes(place as Place)) throw new DocumentError(at, 'a parameter needs a name and a place');
  if (!schema) throw new DocumentError(at, `the parameter ${name} has no schema`);
  const { value } = dereference(schema);
  const split = explode === false || (style ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple')) === 'simple';
  return {
    name,
    place: place as Place,
    required: required === true,
    schema,
    parse: parserOf(schema, split),
    default: isObject(value) ? value['default'] : undefined,
  };
}

const typesOf = (at: Located): readonly Json[] => {
  const { value } = dereference(at);
  const type = isObject(value) ? value['type'] : undefined;
  return Array.isArray(type) ? type : type === undefined ? [] : [type];
};

/** How text becomes a value: lists by comma or by repetition as the style says; what does not fit stays text for validation to refuse. */
function parserOf(schema: Located, split: boolean): Parameter['parse'] {
  if (typesOf(schema).includes('array')) {
    const items = member(dereference(schema), 'items');
    const types = items ? typesOf(items) : [];
    return (raw) => (typeof raw === 'string' ? (split ? raw.split(',') : [raw]) : raw).map((item) => coerce(item, types));
  }
  const types = typesOf(schema);
  return (raw) => (typeof raw === 'string' ? coerce(raw, types) : raw);
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

function compileGroup(parameters: readonly Parameter[], operation: Located): ValidateFunction {
  const properties = Object.fromEntries(parameters.map(({ name, schema }) => [name, { $ref: referenceTo(schema) }]));
  const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  return compileObject({ type: 'object', properties, required }, operation, 'input');
}
