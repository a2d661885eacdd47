import { isObject, type Located, member, membersOf, referenceTo } from './document.js';
import { type Validator, validatorAt } from './schemas.js';
import { alternativesOf, defaultOf, itemsOf, type Part, partsOf } from './shapes.js';

/** Copies what a schema documents of a value, and nothing else. */
export type Projection = (value: unknown) => unknown;

/** What comes in gets its defaults, and keeps wrong shapes for validation to find; of what goes out they stay behind. */
export type Direction = 'input' | 'output';

const everything: Projection = (value) => value;
const nothing: Projection = () => undefined;
const scalar: Record<Direction, Projection> = {
  input: (value) => value,
  output: (value) => (typeof value === 'object' && value !== null ? undefined : value),
};
/** What becomes of a list where only objects are documented, and the reverse. */
const stray: Record<Direction, Projection> = { input: everything, output: nothing };

const compiled = new Map<string, { project: Projection | undefined }>();

/**
 * Compiles a schema to the function that keeps what it documents: members, items, maps, all of `allOf`, and of `oneOf` and
 * `anyOf` what the value is valid against. Each object schema becomes a function of its own, so that V8 gives its
 * results one hidden class and the native `JSON.stringify` is fast on them (`npm run bench` compares it with
 * fast-json-stringify).
 */
export const projectionAt = (schema: Located, direction: Direction): Projection => compile([schema], direction);

/** Of a value that is described in several places, what any of them documents is kept. */
function compile(schemas: readonly Located[], direction: Direction): Projection {
  const key = [direction, ...schemas.map(referenceTo)].join(' ');
  const known = compiled.get(key);
  // A schema that refers to itself is not compiled yet when it is needed, only when it is used.
  if (known) return known.project ?? ((value) => known.project!(value));
  const holder: { project: Projection | undefined } = { project: undefined };
  compiled.set(key, holder);
  return (holder.project = projectionOf(schemas.flatMap((schema) => partsOf(schema)), direction));
}

function projectionOf(parts: readonly Part[], direction: Direction): Projection {
  const object = parts.some(describesObject) ? objectProjection(parts, direction) : undefined;
  const list = parts.some(describesList) ? listProjection(parts, direction) : undefined;
  const own = object && list ? (value: unknown) => (Array.isArray(value) ? list : object)(value) : (object ?? list);
  const alternatives = alternativesOf(parts).map((at): Branch => ({ validator: validatorAt(at), project: compile([at], direction) }));
  const branches = alternatives.filter(({ project }) => project !== scalar[direction]);
  if (branches.length > 0) return unionProjection(own, branches, direction);
  return own ?? (alternatives.length > 0 || parts.some(describesScalar) ? scalar[direction] : everything);
}

const types = ({ value: { type } }: Part): readonly unknown[] => [type].flat();
const describesObject = (part: Part): boolean =>
  types(part).includes('object') ||
  ['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties'].some((keyword) => keyword in part.value);
const describesList = (part: Part): boolean => types(part).includes('array') || 'items' in part.value || 'prefixItems' in part.value;
const describesScalar = ({ value }: Part): boolean => 'type' in value || 'enum' in value || 'const' in value;

interface Branch {
  readonly validator: Validator;
  readonly project: Projection;
}

/** Scalars are nobody's secret members; of all else, what the valid alternatives document. A sole one need not be valid. */
function unionProjection(own: Projection | undefined, branches: readonly Branch[], direction: Direction): Projection {
  return (value) => {
    if (typeof value !== 'object' || value === null) return value;
    const valid = branches.length === 1 ? branches : branches.filter(({ validator }) => validator.accepts(value));
    const kept = [...(own ? [own(value)] : []), ...valid.map(({ project }) => project(value))];
    if (kept.length === 0) return stray[direction](value);
    return kept.length === 1 || Array.isArray(value) ? kept[0] : Object.assign(Object.create(null), ...kept);
  };
}

function listProjection(parts: readonly Part[], direction: Direction): Projection {
  const items = parts.flatMap((part) => member(part, 'items') ?? []);
  const project = items.length > 0 ? compile(items, direction) : everything;
  const first = parts.flatMap((part) => itemsOf(part, 'prefixItems')).map((item) => compile([item], direction));
  return (value) => {
    if (Array.isArray(value)) return value.map((item: unknown, index) => (first[index] ?? project)(item));
    return isObject(value) ? stray[direction](value) : value;
  };
}

function objectProjection(parts: readonly Part[], direction: Direction): Projection {
  const schemas = new Map<string, Located[]>();
  for (const [name, schema] of parts.flatMap((part) => membersOf(member(part, 'properties')))) {
    schemas.set(name, [...(schemas.get(name) ?? []), schema]);
  }
  const known = [...schemas].map(([name, places]): Member => ({
    name,
    project: places.some((place) => place.value === false || isHidden(place, direction)) ? nothing : compile(places, direction),
    default: direction === 'input' ? places.map(defaultOf).findLast((value) => value !== undefined) : undefined,
  }));
  const patterns = parts.flatMap((part) => membersOf(member(part, 'patternProperties')))
    .map(([pattern, schema]) => ({ pattern: new RegExp(pattern, 'u'), project: compile([schema], direction) }));
  const rest = parts.flatMap((part) => ['additionalProperties', 'unevaluatedProperties'].flatMap((keyword) => member(part, keyword) ?? []))
    .filter(({ value }) => value !== false);
  const isOpen = patterns.length > 0 || rest.length > 0 || known.some(({ name }) => name in Object.prototype);
  return isOpen ? openProjection(known, patterns, rest.length > 0 ? compile(rest, direction) : nothing, direction) : closedProjection(known, direction);
}

const isHidden = (schema: Located, direction: Direction): boolean =>
  partsOf(schema).some(({ value }) => value[direction === 'input' ? 'readOnly' : 'writeOnly'] === true);

interface Member {
  readonly name: string;
  readonly project: Projection;
  readonly default: unknown;
}

function openProjection(
  known: readonly Member[], patterns: readonly { pattern: RegExp; project: Projection }[], rest: Projection, direction: Direction,
): Projection {
  const members = new Map(known.map(({ name, project }) => [name, project]));
  const defaults = known.filter((each) => each.default !== undefined);
  return (value) => {
    if (!isObject(value)) return Array.isArray(value) ? stray[direction](value) : value;
    // Without a prototype a member called `__proto__` is a member like any other.
    const result = Object.create(null) as Record<string, unknown>;
    for (const each of defaults) result[each.name] = structuredClone(each.default);
    for (const name of Object.keys(value)) {
      const project = members.get(name) ?? patterns.find(({ pattern }) => pattern.test(name))?.project ?? rest;
      if (project !== nothing) result[name] = project(value[name]);
    }
    return result;
  };
}

const copies = new Map([
  [everything, 'member'],
  [scalar.input, 'member'],
  [scalar.output, "typeof member !== 'object' || member === null ? member : undefined"],
]);

/** Written out as source, one line a member: absent members stay absent, others go through their own projection. */
function closedProjection(members: readonly Member[], direction: Direction): Projection {
  const nested: Projection[] = [];
  const lines = members.filter(({ project }) => project !== nothing).map(({ name, project, default: value }) => {
    const copy = copies.get(project) ?? `nested[${nested.push(project) - 1}](member)`;
    const otherwise = value === undefined ? '' : ` else result[${JSON.stringify(name)}] = ${JSON.stringify(value)};`;
    return `if ((member = value[${JSON.stringify(name)}]) !== undefined) result[${JSON.stringify(name)}] = ${copy};${otherwise}`;
  });
  const source = `return (value) => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return stray(value);
    const result = {};
    let member;
    ${lines.join('\n    ')}
    return result;
  };`;
  return new Function('nested', 'stray', source)(nested, stray[direction]) as Projection;
}
