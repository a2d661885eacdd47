import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/serve.js';
import { member, openFile } from './document.js';
import { type Direction, projectionAt } from './projection.js';

const project = (document: string, schema: string, value: unknown, direction: Direction = 'output'): unknown =>
  projectionAt(member(openFile(fixture(document).href).root, 'components', 'schemas', schema)!, direction)(value);
const own = (text: string): unknown => JSON.parse(text);

describe('what leaves', () => {
  it.each<[schema: string, value: unknown, kept: unknown]>([
    ['Closed', { a: 'x', b: { any: [1] }, c: 1 }, { a: 'x', b: { any: [1] } }], ['Closed', {}, {}], ['Closed', { a: null }, { a: null }],
    ['Closed', { a: { secret: 1 } }, {}], ['Closed', [{ secret: 1 }], undefined], ['Closed', null, null], ['Closed', 'text', 'text'],
    ['Untyped', { a: 1, c: 1 }, { a: 1 }], ['Empty', { a: 1 }, {}], ['Nullable', { a: 1, c: 1 }, { a: 1 }], ['Nullable', null, null],
    ['Anything', { a: [{ b: 1 }] }, { a: [{ b: 1 }] }], ['Everything', { a: 1 }, { a: 1 }], ['Scalar', { secret: 1 }, undefined], ['Scalar', 'x', 'x'],
    ['Choice', ['secret'], undefined], ['Choice', 'x', 'x'],
    ['Map', { x: { a: 1, b: 2 }, y: {} }, { x: { a: 1 }, y: {} }], ['Map', own('{"__proto__":{"a":1,"b":2}}'), own('{"__proto__":{"a":1}}')],
    ['Open', { a: { a: 1, b: 2 }, z: { q: 1 } }, { a: { a: 1 }, z: { q: 1 } }], ['Pattern', { 'a': 1, 'x-y': { b: 1, c: 2 }, 'z': 1 }, { 'a': 1, 'x-y': { b: 1 } }],
    ['Rest', { a: 1, z: 'text', y: { secret: 1 } }, { a: 1, z: 'text' }],
    ['List', [{ a: 1, b: 2 }, null], [{ a: 1 }, null]], ['List', { secret: 1 }, undefined], ['AnyList', [{ a: 1 }], [{ a: 1 }]],
    ['Tuple', ['x', { a: 1, b: 2 }, { a: 'y', c: 3 }], ['x', { a: 1 }, { a: 'y' }]],
    ['ListOrObject', [1, { secret: 1 }], [1, undefined]], ['ListOrObject', { a: 1, b: 2 }, { a: 1 }],
    ['All', { a: 1, c: { d: 1, e: 2, f: 3 }, z: 1 }, { a: 1, c: { d: 1, e: 2 } }], ['Beside', { a: 1, z: 2, y: 3 }, { a: 1, z: 2 }],
    ['One', { name: 'n', cat: 'c', claws: 1, tail: 2 }, { name: 'n', cat: 'c', claws: 1 }], ['One', { name: 'n', dog: 'd', claws: 1 }, { name: 'n', dog: 'd' }],
    ['One', { name: 'n', fish: 'f' }, { name: 'n' }], ['One', 'text', 'text'],
    ['Any', { a: 1, b: 2, c: 3 }, { a: 1, b: 2 }], ['Any', { a: 1, c: 3 }, { a: 1 }], ['Any', { c: 3 }, undefined],
    ['Maybe', { a: 1, b: 2 }, { a: 1 }], ['Maybe', null, null], ['Maybe', { b: 2 }, {}],
    ['Conditional', { kind: 'a', a: 1, b: 2, c: 3, d: 4 }, { kind: 'a', a: 1, b: 2, c: 3 }],
    ['Tree', { name: 'a', sub: [{ name: 'b', sub: [{ x: 1 }], x: 1 }], x: 1 }, { name: 'a', sub: [{ name: 'b', sub: [{}] }] }],
    ['Sided', { in: 'secret', out: 'x', more: 1 }, { out: 'x', more: 1 }], ['Forbidding', { a: 1, b: 2 }, { b: 2 }],
    ['Inherited', { a: 'x' }, { a: 'x' }], ['Inherited', { constructor: 'x', z: 1 }, { constructor: 'x' }],
    ['Defaults', {}, {}],
  ])('by %s of %j', (schema, value, kept) => {
    expect(project('shapes', schema, value)).toEqual(kept);
  });
});

describe('what comes in', () => {
  it.each<[schema: string, value: unknown, kept: unknown]>([
    ['Defaults', {}, { n: 3, o: { a: [] }, r: 'mine', s: 'theirs' }], ['Defaults', { n: 1, r: 'r', deep: {} }, { n: 1, o: { a: [] }, r: 'r', s: 'theirs', deep: { n: 4 } }],
    ['Defaults', { n: null, x: 1 }, { n: null, o: { a: [] }, r: 'mine', s: 'theirs' }], ['OpenDefaults', { x: 1 }, { n: 3, x: 1 }],
    ['Sided', { in: 'x', out: 'forged', more: 1 }, { in: 'x', more: 1 }], ['Closed', { a: { wrong: 1 }, c: 1 }, { a: { wrong: 1 } }], ['Closed', ['wrong'], ['wrong']],
    ['Any', { c: 3 }, { c: 3 }], ['Inherited', own('{"__proto__":{"a":"x"}}'), {}],
  ])('by %s of %j', (schema, value, kept) => {
    expect(project('shapes', schema, value, 'input')).toEqual(kept);
  });

  it('has defaults of its own, which nobody else changes', () => {
    const first = project('shapes', 'Defaults', {}, 'input') as { o: { a: unknown[] } };
    first.o.a.push('x');
    expect(project('shapes', 'Defaults', {}, 'input')).toMatchObject({ o: { a: [] } });
  });
});

/** A documented value, and the same with whatever else at every level. */
interface Pair {
  readonly clean: unknown;
  readonly dirty: unknown;
}

const names = new Set(['title', 'copies', 'sort', 'author', 'tags', 'id', 'related', 'publisher', 'name', 'born', 'company', 'towns']);
const strayName = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'isbn', 'Title', 'secret', '0')).filter((name) => !names.has(name));
const junk = fc.array(fc.tuple(strayName, fc.jsonValue({ maxDepth: 2 })), { maxLength: 4 });
const plain = (value: fc.Arbitrary<unknown>): fc.Arbitrary<Pair> => value.map((each) => ({ clean: each, dirty: each }));

const closed = (members: Record<string, fc.Arbitrary<Pair>>, required: string[]): fc.Arbitrary<Pair> =>
  fc.tuple(fc.record(members, { requiredKeys: required }), junk).map(([pairs, strays]) => ({
    clean: Object.fromEntries(Object.entries(pairs).map(([name, pair]) => [name, pair.clean])),
    dirty: Object.fromEntries([...strays, ...Object.entries(pairs).map(([name, pair]) => [name, pair.dirty] as const)]),
  }));

const listOf = (item: fc.Arbitrary<Pair>): fc.Arbitrary<Pair> =>
  fc.array(item, { maxLength: 3 }).map((pairs) => ({ clean: pairs.map(({ clean }) => clean), dirty: pairs.map(({ dirty }) => dirty) }));

const person = closed({ name: plain(fc.string()), born: plain(fc.integer()) }, ['name']);
const house = closed({ company: plain(fc.string()), towns: plain(fc.array(fc.string(), { maxLength: 2 })) }, ['company']);
const { book } = fc.letrec<{ book: Pair }>((tie) => ({
  book: closed({
    title: plain(fc.string({ minLength: 1, maxLength: 20 })), copies: plain(fc.nat()), sort: plain(fc.constantFrom('title', 'year')), id: plain(fc.string()),
    author: fc.oneof(person, plain(fc.constant(null))), tags: plain(fc.dictionary(fc.string(), fc.string({ maxLength: 4 }), { noNullPrototype: true })),
    publisher: fc.oneof(person, house, plain(fc.constant(null))), related: fc.oneof({ maxDepth: 2 }, plain(fc.constant([])), listOf(tie('book'))),
  }, ['title', 'id']),
}));

it('nothing leaves that is not documented, whatever stands beside it at any level', () => {
  fc.assert(fc.property(book, ({ clean, dirty }) => {
    // As JSON, since that is what leaves; and sorted, since the order is the document's.
    expect(sorted(project('library', 'Book', dirty))).toEqual(sorted(clean));
  }), { numRuns: 300 });
});

it('nothing leaves of a value that is something else', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.constantFrom('author', 'publisher', 'related', 'tags'), (value, name) => {
    const text = JSON.stringify(project('library', 'Book', { id: '1', title: 'T', secret: 'hunter2', [name]: { 'x y': { 'hunter2': value } } }));
    expect(text).not.toContain('hunter2');
  }));
});

const sorted = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_, each: unknown) =>
  (typeof each === 'object' && each !== null && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each)));
