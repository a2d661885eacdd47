import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { load, YAMLException } from 'js-yaml';
import { lineOf } from './lines.js';

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

/** One YAML file. */
export class SourceFile {
  readonly name: string;
  readonly tree: JsonObject;
  readonly error: { readonly line: number | undefined; readonly message: string } | undefined;
  readonly #text: string;
  #references: readonly string[] | undefined;

  constructor(readonly url: string) {
    this.name = basename(new URL(url).pathname);
    let text = '';
    let tree: unknown;
    let error: SourceFile['error'];
    try {
      text = readFileSync(new URL(url), 'utf8');
      tree = load(text);
      if (!isObject(tree)) error = { line: 1, message: 'is not an OpenAPI document' };
    } catch (cause) {
      error = describeReadError(cause);
    }
    this.#text = text;
    this.tree = isObject(tree) ? tree : {};
    this.error = error;
  }

  /** The whole file as a place. */
  get root(): Located<JsonObject> {
    return { value: this.tree, file: this, path: [] };
  }

  /** The URLs of the files that this one refers to. */
  get references(): readonly string[] {
    return (this.#references ??= [...new Set(referencedFiles(this.tree, this.url))]);
  }

  /** The line of a value, or of its nearest ancestor that exists. Found only when a fault needs it, by a second parse. */
  lineOf(path: Path): number | undefined {
    return this.error ? undefined : lineOf(this.#text, path);
  }
}

function describeReadError(cause: unknown): SourceFile['error'] {
  if (cause instanceof YAMLException) {
    return { line: cause.mark && cause.mark.line + 1, message: `cannot be read: ${cause.reason}` };
  }
  const { code, message } = cause as NodeJS.ErrnoException;
  return { line: undefined, message: code === 'ENOENT' ? 'does not exist' : `cannot be read: ${message}` };
}

/** Files are shared between documents, so that a common file is read and compiled once. */
const files = new Map<string, SourceFile>();

export function openFile(url: string): SourceFile {
  let file = files.get(url);
  if (!file) files.set(url, (file = new SourceFile(url)));
  return file;
}

/** A member of a located value, or of a member of it; undefined where there is none. */
export function member({ value, file, path }: Located, ...steps: Path): Located | undefined {
  let current: Json | undefined = value;
  for (const step of steps) {
    if (Array.isArray(current)) current = (current as readonly Json[])[Number(step)];
    else if (isObject(current) && Object.hasOwn(current, String(step))) current = current[String(step)];
    else return undefined;
    if (current === undefined) return undefined;
  }
  return { value: current, file, path: [...path, ...steps] };
}

/** The members of an object, or the items of a list, by their names; nothing of anything else. */
export function membersOf(at: Located | undefined): [name: string, member: Located][] {
  if (!at || typeof at.value !== 'object' || at.value === null) return [];
  return Object.keys(at.value).flatMap((name): [string, Located][] => {
    const found = member(at, name);
    return found ? [[name, found]] : [];
  });
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

export const referenceOf = ({ value }: Located): string | undefined =>
  isObject(value) && typeof value['$ref'] === 'string' ? value['$ref'] : undefined;

/** Where a `$ref` leads, also into another file. Throws `DocumentError`. */
export function follow(at: Located, reference: string): Located {
  const target = new URL(reference, at.file.url);
  const path = decodeURIComponent(target.hash.slice(1)).split('/').slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  target.hash = '';
  const next = member(openFile(target.href).root, ...path);
  if (!next) throw new DocumentError(at, `$ref ${reference} leads nowhere`);
  return next;
}

/** Follows `$ref`s until a value that is none. Throws `DocumentError`. */
export function dereference(at: Located): Located {
  let current = at;
  for (let hops = 0; ; hops++) {
    const reference = referenceOf(current);
    if (reference === undefined) return current;
    if (hops > 20) throw new DocumentError(at, `$ref ${reference} leads in a circle`);
    current = follow(current, reference);
  }
}

/** A file and all that it refers to, directly or not. */
export function filesFrom(file: SourceFile, found = new Set<SourceFile>()): SourceFile[] {
  if (found.has(file)) return [...found];
  found.add(file);
  for (const url of file.references) filesFrom(openFile(url), found);
  return [...found];
}

function* referencedFiles(value: Json | undefined, base: string): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* referencedFiles(item, base);
  if (!isObject(value)) return;
  for (const [name, item] of Object.entries(value)) {
    if (name === '$ref' && typeof item === 'string' && !item.startsWith('#')) yield new URL(item.split('#', 1)[0]!, base).href;
    else yield* referencedFiles(item, base);
  }
}

/** The absolute reference of a place, as JSON Schema writes it. */
export function referenceTo({ file, path }: Located): string {
  const pointer = path.map((step) => `/${encodeURIComponent(String(step).replaceAll('~', '~0').replaceAll('/', '~1'))}`);
  return `${file.url}#${pointer.join('')}`;
}

export function faultAt(at: Located, message: string, operation?: string): Fault {
  return { document: at.file.name, line: at.file.lineOf(at.path), operation, message };
}
