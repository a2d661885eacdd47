import { follow, isObject, type Json, type JsonObject, type Located, member, membersOf, referenceOf, referenceTo } from './document.js';

export type Part = Located<JsonObject>;

/**
 * A schema and all that holds for its values besides: what its `$ref` leads to, its `allOf`, and what it asks for on
 * conditions. What a part says later in the list counts before what an earlier one says.
 */
export function partsOf(at: Located, seen = new Set<string>()): Part[] {
  const key = referenceTo(at);
  if (!isObject(at.value) || seen.has(key)) return [];
  seen.add(key);
  const reference = referenceOf(at);
  const others = [
    ...(reference === undefined ? [] : [follow(at, reference)]),
    ...itemsOf(at, 'allOf'),
    ...['then', 'else'].flatMap((name) => member(at, name) ?? []),
    ...membersOf(member(at, 'dependentSchemas')).map(([, schema]) => schema),
  ];
  return [...others.flatMap((other) => partsOf(other, seen)), at as Part];
}

/** The schemas of which one or more hold for a value of these parts. */
export const alternativesOf = (parts: readonly Part[]): Located[] =>
  parts.flatMap((part) => [...itemsOf(part, 'oneOf'), ...itemsOf(part, 'anyOf')]);

export const itemsOf = (at: Located, name: string): Located[] => membersOf(member(at, name)).map(([, item]) => item);

/** The JSON types that a schema's values may have, in the order in which it names them; none where it does not say. */
export function typesOf(at: Located): readonly Json[] {
  const parts = partsOf(at);
  const own = parts.flatMap(({ value: { type } }) => (type === undefined ? [] : [type].flat() as Json[]));
  return [...new Set([...own, ...alternativesOf(parts).flatMap(typesOf)])];
}

export const defaultOf = (at: Located): Json | undefined => partsOf(at).findLast(({ value }) => 'default' in value)?.value['default'];

/** The schemas of one member of a value of this schema, so far as they are written for that name. */
export const schemasOfMember = (at: Located, name: string): Located[] =>
  partsOf(at).flatMap((part) => member(part, 'properties', name) ?? []);

export const schemasOfItems = (at: Located): Located[] => partsOf(at).flatMap((part) => member(part, 'items') ?? []);
