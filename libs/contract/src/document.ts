import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isMap, isSeq, LineCounter, parse, parseDocument } from 'yaml';

/** What is wrong with a contract, and where: the document's file name, its line (1-based) and the operation it concerns. */
export interface Fault {
  readonly document: string;
  readonly line?: number | undefined;
  readonly operation?: string | undefined;
  readonly message: string;
}

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}
export type Path = readonly (string | number)[];

/** A place in a document's files: the value, the file that holds it, and the way to it from that file's root. */
export interface Located<Value extends Json = Json> {
  readonly value: Value;
  readonly file: SourceFile;
  readonly path: Path;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One YAML file. Its lines are found only when a fault needs them, since that takes a second, slower parse. */
export class SourceFile {
  readonly name: string;
  readonly tree: JsonObject;
  readonly error: { readonly line: number | undefined; readonly message: string } | undefined;
  readonly #text: string;

  constructor(readonly url: string) {
    this.name = basename(new URL(url).pathname);
    let text = '';
    let tree: unknown;
    let error: SourceFile['error'];
    try {
      text = readFileSync(new URL(url), 'utf8');
      tree = parse(text, { logLevel: 'silent' });
      if (!isObject(tree)) error = { line: 1, message: 'is not an OpenAPI document' };
    } catch (cause) {
      error = describeReadError(cause as Error);
    }
    this.#text = text;
    this.tree = isObject(tree) ? tree : {};
    this.error = error;
  }

  /** The line of a value, or of its nearest ancestor that exists. */
  lineOf(path: Path): number | undefined {
    const lines = new LineCounter();
    let node: unknown = parseDocument(this.#text, { lineCounter: lines }).contents;
    let offset = rangeStart(node);
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => String(item.key) === String(step));
        if (!pair) break;
        offset = rangeStart(pair.key) ?? offset;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
        offset = rangeStart(node) ?? offset;
      } else break;
    }
    return offset === undefined ? undefined : lines.linePos(offset).line;
  }
}

const rangeStart = (node: unknown): number | undefined =>
  isObject(node as Json) ? (node as { range?: [number, number, number] | null }).range?.[0] : undefined;

function describeReadError(error: Error & { linePos?: [{ line: number }]; code?: string }): SourceFile['error'] {
  if (error.code === 'ENOENT') return { line: undefined, message: 'does not exist' };
  return { line: error.linePos?.[0].line, message: `cannot be read: ${error.message.split('\n')[0]}` };
}

/** Files are shared between documents, so that a common file is read and compiled once. */
const files = new Map<string, SourceFile>();

export function openFile(url: string): SourceFile {
  let file = files.get(url);
  if (!file) files.set(url, (file = new SourceFile(url)));
  return file;
}

/** Walks from a file's root. */
export function locate(file: SourceFile, path: Path): Located | undefined {
  let value: Json | undefined = file.tree;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isObject(value) && Object.hasOwn(value, String(step))) value = value[String(step)];
    else return undefined;
    if (value === undefined) return undefined;
  }
  return { value, file, path };
}

/** A member of a located value, or undefined. */
export function member(parent: Located, ...steps: Path): Located | undefined {
  return locate(parent.file, [...parent.path, ...steps]);
}

/** A document that cannot be read as it stands, at the place that says so. */
export class DocumentError extends Error {
  constructor(
    readonly at: Located,
    message: string,
  ) {
    super(message);
  }
}

/** Follows `$ref`s, also into other files, until a value that is none. Throws `DocumentError`. */
export function dereference(at: Located): Located {
  let current = at;
  for (let hops = 0; isObject(current.value) && typeof current.value['$ref'] === 'string'; hops++) {
    const reference = current.value['$ref'];
    const target = new URL(reference, current.file.url);
    const path = decodeURIComponent(target.hash.slice(1)).split('/').slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    target.hash = '';
    const next = locate(openFile(target.href), path);
    if (!next || hops > 20) throw new DocumentError(at, `$ref ${reference} leads nowhere`);
    current = next;
  }
  return current;
}

/** The absolute reference of a place, as JSON Schema writes it. */
export function referenceTo(at: Located): string {
  const pointer = at.path.map((step) => `/${encodeURIComponent(String(step).replaceAll('~', '~0').replaceAll('/', '~1'))}`);
  return `${at.file.url}#${pointer.join('')}`;
}

export function faultAt(at: Located, message: string, operation?: string): Fault {
  return { document: at.file.name, line: at.file.lineOf(at.path), operation, message };
}
