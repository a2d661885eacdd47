import { Busboy } from '@fastify/busboy';
import { isObject, type Located } from './document.js';
import { coerce } from './parameters.js';
import { Refusal } from './refusal.js';
import { schemasOfItems, schemasOfMember, typesOf } from './shapes.js';

/** A file of a multipart body. Its name and type are what the client says: look at the bytes before trusting either. */
export class UploadedFile {
  constructor(
    readonly filename: string,
    readonly mediaType: string,
    readonly bytes: Buffer,
  ) {}
}

type Tree = { [name: string]: unknown };

const maxParts = 200;
const tooManyParts = () => new Refusal(413, `A form has at most ${maxParts} parts`);

/** A URL-encoded form, with the `a[b]=c` way of writing members of members; texts become the types that the schemas give. */
export function parseForm(text: string, schemas: readonly Located[]): unknown {
  const tree: Tree = Object.create(null) as Tree;
  let parts = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    if (++parts > maxParts) throw tooManyParts();
    plant(tree, stepsOf(name), value);
  }
  return typed(tree, schemas, '/body');
}

/** A multipart form: fields like those of a URL-encoded one, files where the schema of a member names no type. */
export async function parseMultipart(bytes: Buffer, contentType: string, schemas: readonly Located[]): Promise<unknown> {
  const tree: Tree = Object.create(null) as Tree;
  await new Promise<void>((resolve, reject) => {
    const malformed = (cause?: unknown) => reject(new Refusal(400, 'The body is not valid multipart/form-data',
      { cause, violations: [{ pointer: '/body', detail: 'The body is not valid multipart/form-data' }] }));
    if (!/;\s*boundary=/i.test(contentType)) return malformed();
    // The body as a whole is limited already; a field that was cut short here would go unnoticed.
    const limits = { parts: maxParts, fieldSize: Infinity, fieldNameSize: Infinity };
    const form = new Busboy({ headers: { 'content-type': contentType }, limits });
    form.on('field', (name, value) => plant(tree, stepsOf(name), value));
    form.on('file', (name, stream, filename, _encoding, mediaType) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => plant(tree, stepsOf(name), new UploadedFile(filename, mediaType, Buffer.concat(chunks))));
      stream.on('error', malformed);
    });
    form.on('partsLimit', () => reject(tooManyParts()));
    form.on('error', malformed);
    form.on('finish', resolve);
    form.end(bytes);
  });
  return typed(tree, schemas, '/body', true);
}

const stepsOf = (name: string): string[] => name.split('[').slice(0, 8).map((step) => step.replace(/\]$/, ''));

const isTree = (value: unknown): value is Tree => isObject(value) && !(value instanceof UploadedFile);

/** Puts a value at `a[b]`, or behind the others at `a[]`; a name that comes again keeps its last value, as in JSON. */
function plant(tree: Tree, [step = '', next, ...rest]: readonly string[], value: unknown): void {
  const present = tree[step];
  if (next === undefined) tree[step] = value;
  else if (next === '') tree[step] = [...(Array.isArray(present) ? (present as unknown[]) : []), value];
  else plant((tree[step] = isTree(present) ? present : Object.create(null)) as Tree, [next, ...rest], value);
}

/** Forms hold text only, so their values take the schemas' types where they spell one. */
function typed(value: unknown, schemas: readonly Located[], pointer: string, hasFiles = false): unknown {
  const types = schemas.flatMap(typesOf);
  if (hasFiles && schemas.length > 0 && types.length === 0 && pointer !== '/body' && !(value instanceof UploadedFile)) {
    throw Refusal.invalid({ pointer, detail: `${pointer.split('/').slice(2).join('.')} must be a file` });
  }
  if (typeof value === 'string') return coerce(value, types);
  if (Array.isArray(value)) {
    const items = schemas.flatMap(schemasOfItems);
    return value.map((item: unknown, index) => typed(item, items, `${pointer}/${index}`, hasFiles));
  }
  if (!isTree(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) =>
    [name, typed(item, schemas.flatMap((schema) => schemasOfMember(schema, name)), `${pointer}/${name}`, hasFiles)]));
}
