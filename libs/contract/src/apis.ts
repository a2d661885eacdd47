import { Dialect } from './dialect.js';
import type { ContractDocument, Operation } from './operation.js';

/** A path template of one or more documents, and what is served there. */
interface KnownPath {
  readonly pattern: RegExp;
  readonly segments: readonly string[];
  readonly document: ContractDocument;
  readonly operations: Operation[];
}

/** The APIs of this server, and whose business a path is that no operation serves. */
export class Apis {
  readonly #paths: readonly KnownPath[];
  readonly #general = new Dialect(undefined);

  constructor(readonly documents: readonly ContractDocument[]) {
    const paths = new Map<string, KnownPath>();
    for (const operation of this.operations) {
      for (const path of operation.paths) {
        const key = path.replaceAll(/\{[^}]+\}/g, '{}');
        const known = paths.get(key) ?? knownPath(path, operation.document);
        known.operations.push(operation);
        paths.set(key, known);
      }
    }
    this.#paths = [...paths.values()];
  }

  get operations(): Operation[] {
    return this.documents.flatMap((document) => [...document.operations.values()]);
  }

  /** The methods that a path knows, `HEAD` with every `GET`; none for an unknown path. */
  methodsAt(path: string): string[] {
    const methods = this.#operationsAt(path).map(({ method }) => method);
    return [...new Set<string>(methods.includes('GET') ? [...methods, 'HEAD'] : methods)].sort();
  }

  /** The headers that the operations of a path read, as a preflight has to allow them. */
  headersAt(path: string): string[] {
    const names = this.#operationsAt(path).flatMap(({ input, security, document }) =>
      [...input.headerNames, ...security.flat().flatMap((name) => document.schemes.get(name)?.headerNames ?? [])]);
    return [...new Set(['authorization', 'accept', 'content-type', ...names.sort()])];
  }

  /** Whether a path takes or sets cookies: pages of other origins are then told nothing of it. */
  isSameOrigin(path: string): boolean {
    return this.#operationsAt(path).some(usesCookies);
  }

  /** The API that serves a path, else the one that shares the longest run of segments with it; the first among equals. */
  dialectAt(path: string): Dialect {
    const [served] = this.#operationsAt(path);
    if (served) return served.document.dialect;
    const segments = segmentsOf(path);
    let best = this.#general;
    let longest = 0;
    for (const known of this.#paths) {
      const shared = commonLength(known.segments, segments);
      if (shared > longest) {
        longest = shared;
        best = known.document.dialect;
      }
    }
    return best;
  }

  /** A URL without a suffix such as `.json` at its path, where it leads to an API that does not heed one. */
  withoutSuffix(url: string): string {
    if (!url.includes('.')) return url;
    const [, path, query = ''] = /^([^?]*[^/?.])\.\w+\/?(\?.*)?$/s.exec(url) ?? [];
    if (path === undefined) return url;
    const served = this.#operationsAt(path);
    const isIgnored = served.length > 0 && served.every(({ document }) => document.extension('x-path-suffix') === 'ignored');
    return isIgnored ? path + query : url;
  }

  #operationsAt(path: string): Operation[] {
    return this.#paths.filter(({ pattern }) => pattern.test(path)).flatMap(({ operations }) => operations);
  }
}

function knownPath(path: string, document: ContractDocument): KnownPath {
  const segments = segmentsOf(path);
  const source = path.split(/\{[^}]+\}/).map((text) => RegExp.escape(text)).join('[^/]+').replace(/\/$/, '');
  return { pattern: new RegExp(`^${source}/?$`), segments, document, operations: [] };
}

const usesCookies = ({ security, document, answers }: Operation): boolean =>
  security.flat().some((name) => document.schemes.get(name)?.isCookie) ||
  [...answers.byStatus.values()].some(({ headers }) => headers.has('set-cookie'));

const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

/** Only literal segments count as shared: a parameter fits everything and so tells nothing of whose path it is. */
function commonLength(template: readonly string[], segments: readonly string[]): number {
  const end = template.findIndex((part, index) => part !== segments[index]);
  return end < 0 ? template.length : end;
}
