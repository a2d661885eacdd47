import { Dialect } from './dialect.js';
import {
  dereference, DocumentError, type Fault, faultAt, isObject, type Json, type JsonObject, type Located, member, membersOf, openFile,
} from './document.js';
import { faultsOfFile } from './keywords.js';
import { type RateLimit, readRateLimits } from './rate-limit.js';
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
  /** The path template under every mount, e.g. `/users/{id}` and `/coding/users/{id}`. */
  readonly paths: readonly string[];
  /** Any one of the alternatives admits; each asks for all of its schemes. Empty where the operation is open. */
  readonly security: readonly Alternative[];
  /** All of them have to admit a request. */
  readonly limits: readonly RateLimit[];
  readonly input: RequestInput;
  readonly answers: Answers;
}

/** A hand-written OpenAPI document and what the server needs of it. What is wrong with it is collected, never thrown. */
export class ContractDocument {
  readonly root: Located;
  readonly dialect: Dialect;
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
  readonly operations = new Map<string, Operation>();
  readonly faults: Fault[] = [];

  constructor(
    readonly name: string,
    readonly url: string,
  ) {
    const file = openFile(url);
    this.root = file.root;
    this.dialect = new Dialect(this.extension('x-error-dialect'), this.extension('x-json-indent'));
    this.schemes = this.guarded(() => readSchemes(this.root)) ?? new Map();
    if (file.error) this.faults.push({ document: file.name, ...file.error });
    else if (!/^3\.1\.\d+$/.test(String(file.tree['openapi']))) this.faults.push(faultAt(this.root, 'is not an OpenAPI 3.1 document'));
    else {
      this.faults.push(...faultsOfFile(file));
      this.#readOperations();
    }
  }

  extension(name: `x-${string}`): Json | undefined {
    return (this.root.value as JsonObject)[name];
  }

  /** Runs a step of reading; what it cannot read becomes a fault. */
  guarded<T>(read: () => T, operation?: string): T | undefined {
    try {
      return read();
    } catch (cause) {
      const at = cause instanceof DocumentError ? cause.at : this.root;
      this.faults.push(faultAt(at, (cause as Error).message, operation));
      return undefined;
    }
  }

  #readOperations(): void {
    for (const [template, place] of membersOf(member(this.root, 'paths'))) {
      const item = this.guarded(() => dereference(place));
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
    // Each step by itself, so that the fault of one does not hide that of another.
    const paths = this.guarded(() => mountsOf(at, item, this.root).map((mount) => (mount + template).replace(/(?<=.)\/$/, '')), id);
    const limits = this.guarded(() => readRateLimits(member(at, 'x-rate-limit') ?? member(this.root, 'x-rate-limit'), at), id);
    const input = this.guarded(() => new RequestInput(item, at, this.root), id);
    const answers = this.guarded(() => readAnswers(at, this.dialect), id);
    if (!paths || !limits || !input || !answers) return;
    const security = readSecurity(member(at, 'security') ?? member(this.root, 'security'));
    this.operations.set(id, { id, document: this, at, method: method.toUpperCase() as Method, paths, security, limits, input, answers });
  }
}

/** Path prefixes from the innermost `servers`, without a trailing slash: `''` for the root. */
function mountsOf(operation: Located, pathItem: Located, root: Located): string[] {
  const servers = (member(operation, 'servers') ?? member(pathItem, 'servers') ?? member(root, 'servers'))?.value;
  const urls = Array.isArray(servers) && servers.length > 0 ? servers.flatMap((server: Json) => (isObject(server) ? [server['url']] : [])) : ['/'];
  return urls.map((url) => new URL(String(url), 'http://origin').pathname.replace(/\/$/, ''));
}

/**
 * How to sign in for an operation; for an open one, such as the sign-in itself, how its document's others are signed in to.
 * A browser would ask the person for a name and a password by a dialog of its own, so it hears of `Basic` only if there is
 * no other way.
 */
export function challengeOf({ security, document }: Operation, isBrowser: boolean): string {
  const names = security.length > 0 ? security.flat() : [...document.schemes.keys()];
  const challenges = [...new Set(names.flatMap((name) => document.schemes.get(name)?.challenge ?? []))];
  const silent = challenges.filter((challenge) => !challenge.startsWith('Basic '));
  return (isBrowser && silent.length > 0 ? silent : challenges).join(', ');
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
