import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { dereference, isObject, type Json, type Located, member } from './document.js';
import { coerce } from './parameters.js';
import { Refusal } from './refusal.js';

/** A file of a multipart body. Its name and type are what the client says: look at the bytes before trusting either. */
export interface UploadedFile {
  readonly filename: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

type Tree = { [name: string]: unknown };

const maxParts = 200;

/** A URL-encoded form, with the `a[b]=c` way of writing members of members; texts become the types that the schema gives. */
export function parseForm(text: string, schema: Located): unknown {
  const tree: Tree = Object.create(null) as Tree;
  let parts = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    if (++parts > maxParts) throw new Refusal(413, `A form has at most ${maxParts} parts`);
    plant(tree, stepsOf(name), value);
  }
  return typed(tree, schema);
}

/** A multipart form: fields like those of a URL-encoded one, files as `UploadedFile`. */
export async function parseMultipart(bytes: Buffer, contentType: string, schema: Located): Promise<unknown> {
  const tree: Tree = Object.create(null) as Tree;
  const malformed = (cause?: unknown) =>
    new Refusal(400, 'The body is not valid multipart/form-data', { cause, violations: [{ pointer: '/body', detail: 'is not valid' }] });
  if (!/;\s*boundary=/i.test(contentType)) throw malformed();
  const form = new Busboy({ headers: { 'content-type': contentType }, limits: { parts: maxParts } });
  form.on('field', (name, value) => plant(tree, stepsOf(name), value));
  form.on('file', (name, stream, filename, _encoding, mediaType) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => plant(tree, stepsOf(name), { filename, mediaType, bytes: Buffer.concat(chunks) } satisfies UploadedFile));
  });
  await pipeline(Readable.from([bytes]), form).catch((cause: unknown) => {
    throw malformed(cause);
  });
  return typed(tree, schema);
}

const stepsOf = (name: string): string[] => name.split('[').slice(0, 8).map((step) => step.replace(/\]$/, ''));

/** Puts a value at `a[b]`, or behind the others at `a[]`; a name that comes again keeps its last value, as in JSON. */
function plant(tree: Tree, [step = '', next, ...rest]: readonly string[], value: unknown): void {
  const present = tree[step];
  if (next === undefined) tree[step] = value;
  else if (next === '') tree[step] = [...(Array.isArray(present) ? (present as unknown[]) : []), value];
  else plant((tree[step] = isObject(present) ? present : Object.create(null)) as Tree, [next, ...rest], value);
}

/** Forms hold text only, so their values take the schema's types where they spell one. */
function typed(value: unknown, schema: Located): unknown {
  const at = dereference(schema);
  const types = isObject(at.value) ? [at.value['type'] ?? []].flat() : [];
  if (typeof value === 'string') return coerce(value, types as Json[]);
  if (Array.isArray(value)) {
    const items = member(at, 'items');
    return items ? value.map((item: unknown) => typed(item, items)) : value;
  }
  if (!isObject(value as Json)) return value;
  const members = member(at, 'properties');
  return Object.fromEntries(Object.entries(value as Tree).map(([name, item]) => {
    const known = members && member(members, name);
    return [name, known ? typed(item, known) : item];
  }));
}
