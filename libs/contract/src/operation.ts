import { Dialect } from './dialect.js';
import {
  dereference, DocumentError, type Fault, faultAt, isObject, type Json, type JsonObject, type Located, member, openFile,
} from './document.js';
import { type RateLimit, readRateLimit } from './rate-limit.js';
import { type Answers, readAnswers } from './responses.js';
import { type Alternative, readSchemes, readSecurity, type SecurityScheme } from './security-schemes.js';
import { RequestInput } from './request-input.js';

export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'] as const;
export type Method = Uppercase<(typeof methods)[number]>;

/** One operation of a document, ready to serve. */
export interface Operation {
  readonly id: string;
  readonly document: ContractDocument;
  readonly at: Located;
  readonly method: Method;
  /** The path template under every mount of the document, e.g. `/users/{id}` and `/coding/users/{id}`. */
  readonly paths: readonly string[];
  /** Any one of the alternatives admits; each asks for all of its schemes. Empty where the operation is open. */
  readonly security: readonly Alternative[];
  readonly limit: RateLimit | undefined;
  readonly input: RequestInput;
  readonly answers: Answers;
}

/** A hand-written OpenAPI document and what the server needs of it. What is wrong with it is collected, never thrown. */
export class ContractDocument {
  readonly root: Located;
  readonly dialect: Dialect;
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
  /** Path prefixes from `servers`, without a trailing slash: `''` for the root. */
  readonly mounts: readonly string[];
  readonly operations = new Map<string, Operation>();
  readonly faults: Fault[] = [];

  constructor(
    readonly name: string,
    readonly url: string,
  ) {
    const file = openFile(url);
    if (file.error) this.faults.push({ document: file.name, line: file.error.line, message: file.error.message });
    this.root = { value: file.tree, file, path: [] };
    this.dialect = new Dialect(this.extension('x-error-dialect'));
    this.mounts = this.#readMounts();
    this.schemes = this.guarded(() => readSchemes(this.root)) ?? new Map();
    if (!file.error) this.#readOperations();
  }

  extension(name: `x-${string}`): Json | undefined {
    return (this.root.value as JsonObject)[name];
  }

  /** Runs a step of reading; a reference that leads nowhere becomes a fault. */
  guarded<T>(read: () => T, operation?: string): T | undefined {
    try {
      return read();
    } catch (cause) {
      const at = cause instanceof DocumentError ? cause.at : this.root;
      this.faults.push(faultAt(at, (cause as Error).message, operation));
      return undefined;
    }
  }

  #readMounts(): string[] {
    const servers = member(this.root, 'servers')?.value;
    const urls = Array.isArray(servers) ? servers.flatMap((server: Json) => (isObject(server) ? [server['url']] : [])) : ['/'];
    return urls.map((url) => new URL(String(url), 'http://origin').pathname.replace(/\/$/, ''));
  }

  #readOperations(): void {
    const paths = member(this.root, 'paths');
    for (const template of Object.keys(isObject(paths?.value) ? paths.value : {})) {
      const item = this.guarded(() => dereference(member(paths!, template)!));
      for (const method of methods) {
        const at = item && member(item, method);
        if (at && isObject(at.value)) this.#readOperation(template, method, item, at);
      }
    }
  }

  #readOperation(template: string, method: string, item: Located, at: Located): void {
    const id = (at.value as JsonObject)['operationId'];
    if (typeof id !== 'string') {
      this.faults.push(faultAt(at, `${method.toUpperCase()} ${template} has no operationId`));
      return;
    }
    if (this.operations.has(id)) {
      this.faults.push(faultAt(at, 'the operationId stands twice', id));
      return;
    }
    const operation = this.guarded((): Operation => ({
      id,
      document: this,
      at,
      method: method.toUpperCase() as Method,
      paths: this.mounts.map((mount) => (mount + template).replace(/(?<=.)\/$/, '')),
      security: readSecurity(member(at, 'security') ?? member(this.root, 'security')),
      limit: readRateLimit(member(at, 'x-rate-limit') ?? member(this.root, 'x-rate-limit')),
      input: new RequestInput(item, at, this.root),
      answers: readAnswers(at, this.dialect),
    }), id);
    if (operation) this.operations.set(id, operation);
  }
}

/** How to sign in for an operation; for an open one, such as the sign-in itself, how its document's others are signed in to. */
export function challengeOf({ security, document }: Operation): string {
  const names = security.length > 0 ? security.flat() : [...document.schemes.keys()];
  return [...new Set(names.flatMap((name) => document.schemes.get(name)?.challenge ?? []))].join(', ');
}

const documents = new Map<string, ContractDocument>();

/** The document of an API by its name (`coding` is `openapi/coding.yaml`), or of a file by its URL; read once per process. */
export function readDocument(source: string | URL): ContractDocument {
  const url = source instanceof URL ? source.href : import.meta.resolve(`#openapi/${source}.yaml`);
  let document = documents.get(url);
  if (!document) {
    const name = new URL(url).pathname.replace(/^.*\/|\.ya?ml$/g, '');
    documents.set(url, (document = new ContractDocument(name, url)));
  }
  return document;
}
