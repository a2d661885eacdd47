import { Dialect } from './dialect.js';
import type { ContractDocument, Method, Operation } from './operation.js';

/** The APIs of this server, and whose business a path is that no operation serves. */
export class Apis {
  readonly #paths: readonly { segments: readonly string[]; document: ContractDocument; methods: Map<Method, Operation> }[];
  readonly #general = new Dialect(undefined);

  constructor(readonly documents: readonly ContractDocument[]) {
    const paths = new Map<string, { segments: readonly string[]; document: ContractDocument; methods: Map<Method, Operation> }>();
    for (const document of documents) {
      for (const operation of document.operations.values()) {
        for (const path of operation.paths) {
          const key = path.replaceAll(/\{[^}]+\}/g, '{}');
          const entry = paths.get(key) ?? { segments: segmentsOf(path), document, methods: new Map<Method, Operation>() };
          entry.methods.set(operation.method, operation);
          paths.set(key, entry);
        }
      }
    }
    this.#paths = [...paths.values()];
  }

  /** The methods that a path knows, `HEAD` with every `GET`; none for an unknown path. */
  methodsAt(path: string): string[] {
    const segments = segmentsOf(path);
    const methods = this.#paths.filter((known) => matches(known.segments, segments)).flatMap((known) => [...known.methods.keys()]);
    return [...new Set<string>(methods.includes('GET') ? [...methods, 'HEAD'] : methods)].sort();
  }

  /** The API whose paths share the longest run of segments with a path; the first document wins among equals. */
  dialectAt(path: string): Dialect {
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
}

const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '');
const fits = (template: string, segment: string | undefined): boolean => template === segment || template.startsWith('{');

const matches = (template: readonly string[], segments: readonly string[]): boolean =>
  template.length === segments.length && template.every((part, index) => fits(part, segments[index]));

/** Only literal segments count as shared: a parameter fits everything and so tells nothing of whose path it is. */
function commonLength(template: readonly string[], segments: readonly string[]): number {
  const end = template.findIndex((part, index) => part !== segments[index]);
  return end < 0 ? template.length : end;
}
