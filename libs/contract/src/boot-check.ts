import type { Binding } from './binding.js';
import { DocumentError, type Fault, faultAt, type Located, member } from './document.js';
import type { ContractDocument, Operation } from './operation.js';
import { routeName } from './parameters.js';
import type { Validator } from './schemas.js';

/** What the running code offers to the documents. */
export interface Offer {
  readonly handlers: readonly { readonly name: string; readonly binding: Binding }[];
  readonly authenticators: readonly (readonly [scheme: string, name: string])[];
  readonly routes: readonly { readonly method: string; readonly url: string }[];
  /** Whether a route may exist that no document knows, such as the docs page. */
  readonly isExempt: (url: string) => boolean;
  /** Whether schemas are compiled now; otherwise at their first use, so that production starts sooner. */
  readonly isCompiling: boolean;
}

/** The server does not start: its code and its documents do not fit together. */
export class ContractFaults extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(`The contract has ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}:\n${faults.map(lineOf).join('\n')}`);
  }
}

const lineOf = ({ document, line, operation, message }: Fault): string =>
  `  ${document}${line === undefined ? '' : `:${line}`}${operation === undefined ? '' : ` ${operation}`}: ${message}`;

/** Everything that keeps documents and code from being one, all at once. */
export function findFaults(documents: readonly ContractDocument[], offer: Offer): Fault[] {
  const faults = [
    ...documents.flatMap((document) => document.faults),
    ...documents.flatMap((document) => [...document.operations.values()].flatMap(faultsOfOperation)),
    ...(offer.isCompiling ? documents.filter((document) => document.faults.length === 0).flatMap(uncompilable) : []),
    ...repeatedIds(documents),
    ...shadowedPaths(documents),
    ...unmatchedHandlers(documents, offer.handlers),
    ...unmatchedSchemes(documents, offer.authenticators),
    ...unknownRoutes(documents, offer),
  ];
  // What several documents refer to has its faults once, and what an operation cannot be read for is the fault of its place.
  return [...new Map(faults.map((fault) => [`${fault.document} ${fault.line} ${fault.message}`, fault])).values()];
}

/** The schemas that cannot be compiled, which only a validator knows: a limit that is no number, for one. */
function uncompilable({ operations }: ContractDocument): Fault[] {
  return [...operations.values()].flatMap((operation) => validatorsOf(operation).flatMap((validator) => {
    try {
      validator.prepare();
      return [];
    } catch (cause) {
      return [placed(operation, (cause as Error).message, cause instanceof DocumentError ? cause.at : operation.at)];
    }
  }));
}

/** What an operation's schemas are held against its requests and answers with. */
export const validatorsOf = ({ input, answers }: Operation): Validator[] =>
  [...input.validators, ...[...answers.byStatus.values()].flatMap((answer) => answer.validators)];

const placed = (operation: Operation, message: string, at: Located = operation.at): Fault => faultAt(at, message, operation.id);

function faultsOfOperation(operation: Operation): Fault[] {
  const { answers, security, limits, document } = operation;
  const faults: Fault[] = [];
  if (security.flat().length > 0 && !answers.byStatus.has(401)) faults.push(placed(operation, 'is secured and documents no 401'));
  if (limits.length > 0 && !answers.byStatus.has(429)) faults.push(placed(operation, 'is limited and documents no 429'));
  for (const scheme of new Set(security.flat())) {
    if (!document.schemes.has(scheme)) faults.push(placed(operation, `asks for the security scheme ${scheme}, which the document does not define`));
  }
  return faults;
}

function repeatedIds(documents: readonly ContractDocument[]): Fault[] {
  const owners = new Map<string, Operation>();
  return documents.flatMap(({ operations }) => [...operations.values()].flatMap((operation) => {
    const first = owners.get(operation.id);
    if (!first) owners.set(operation.id, operation);
    return first ? [placed(operation, `the operationId stands in ${first.at.file.name} too`)] : [];
  }));
}

/** Two templates that differ in their parameters' names only are one path to the router. */
function shadowedPaths(documents: readonly ContractDocument[]): Fault[] {
  const owners = new Map<string, Operation>();
  return documents.flatMap(({ operations }) => [...operations.values()].flatMap((operation) => operation.paths.flatMap((path) => {
    const key = `${operation.method} ${path.replaceAll(/\{[^}]+\}/g, '{}')}`;
    const first = owners.get(key);
    if (!first) owners.set(key, operation);
    return first && first !== operation
      ? [placed(operation, `${operation.method} ${path} shadows ${first.id} of ${first.at.file.name}`)]
      : [];
  })));
}

function unmatchedHandlers(documents: readonly ContractDocument[], handlers: Offer['handlers']): Fault[] {
  const names = new Map<Operation, string[]>();
  const strays: Fault[] = [];
  for (const { name, binding } of handlers) {
    const { document, id } = binding;
    const operation = documents.includes(document) ? document.operations.get(id) : undefined;
    if (operation) names.set(operation, [...(names.get(operation) ?? []), name]);
    else if (!document.root.file.error && !document.faults.some((fault) => fault.operation === id)) {
      strays.push(faultAt(member(document.root, 'paths') ?? document.root, `${name} handles an operation that no document has`, id));
    }
  }
  const all = documents.flatMap(({ operations }) => [...operations.values()]);
  return strays.concat(all.flatMap((operation) => {
    const found = names.get(operation) ?? [];
    if (found.length === 0) return [placed(operation, 'has no handler')];
    return found.length > 1 ? [placed(operation, `has ${found.length} handlers: ${found.join(', ')}`)] : [];
  }));
}

function unmatchedSchemes(documents: readonly ContractDocument[], authenticators: Offer['authenticators']): Fault[] {
  const schemes = documents.flatMap((document) => [...document.schemes.values()]);
  const faults = schemes.flatMap(({ name, at }) => {
    const found = authenticators.filter(([scheme]) => scheme === name);
    if (found.length === 1) return [];
    return [faultAt(at, found.length === 0 ? `the security scheme ${name} has no authenticator`
      : `the security scheme ${name} has ${found.length} authenticators: ${found.map(([, by]) => by).join(', ')}`)];
  });
  const strays = authenticators.filter(([scheme]) => !schemes.some(({ name }) => name === scheme));
  return faults.concat(strays.map(([scheme, name]) => ({
    document: documents.map(({ root }) => root.file.name).join(', '),
    message: `${name} authenticates the security scheme ${scheme}, which no document defines`,
  })));
}

function unknownRoutes(documents: readonly ContractDocument[], { routes, isExempt }: Offer): Fault[] {
  const known = new Set(documents.flatMap(({ operations }) => [...operations.values()].flatMap(({ method, paths }) =>
    paths.map((path) => `${method} ${path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => `:${routeName(name)}`) || '/'}`))));
  return routes.flatMap(({ method, url }) => {
    const isHead = method === 'HEAD' && known.has(`GET ${url}`);
    return known.has(`${method} ${url}`) || isHead || isExempt(url)
      ? [] : [{ document: 'the server', message: `the route ${method} ${url} stands in no document` }];
  });
}

