import { dereference, DocumentError, isObject, type JsonObject, type Located, member } from './document.js';

/** Where a security scheme's credential stands in a request, from the document's `securitySchemes`. */
export interface SecurityScheme {
  readonly name: string;
  readonly at: Located;
  /** The value of `WWW-Authenticate` when this scheme would have let the request in. */
  readonly challenge: string;
  /** The headers that hold it, beside `Authorization`, as a preflight has to allow them. */
  readonly headerNames: readonly string[];
  /** Whether browsers send the credential by themselves. */
  readonly isCookie: boolean;
  /** The parameter, of the query or of the body's top level, that holds the credential where the scheme's own place does not. */
  readonly fallback?: string | undefined;
  /** The credential as the client sent it, without the scheme's own word; undefined when none was sent. */
  read(request: CredentialSource): string | undefined;
}

/** What of a request can hold a credential. */
export interface CredentialSource {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly query: unknown;
}

/** The schemes that are asked for together. Without any, everyone is let in. */
export type Alternative = readonly string[];

export function readSchemes(root: Located): Map<string, SecurityScheme> {
  const schemes = member(root, 'components', 'securitySchemes');
  const names = Object.keys(isObject(schemes?.value) ? schemes.value : {});
  return new Map(names.map((name) => [name, readScheme(name, dereference(member(schemes!, name)!))]));
}

export function readSecurity(at: Located | undefined): Alternative[] {
  return at && Array.isArray(at.value) ? at.value.map((alternative) => Object.keys(alternative as JsonObject)) : [];
}

function readScheme(name: string, at: Located): SecurityScheme {
  const {
    type, scheme, in: place = 'header', name: key, 'x-scheme-word': word, 'x-fallback-parameter': fallback, 'x-companion': companion,
  } = at.value as Record<string, string | undefined>;
  if (type === 'http' && scheme) return httpScheme(name, at, scheme, word);
  if (type === 'apiKey' && key) {
    const own = keyScheme(name, at, place, key, fallback);
    return companion === undefined ? own : joined(own, keyScheme(name, at, place, companion));
  }
  throw new DocumentError(at, `the security scheme ${name} is of a kind that the server cannot read`);
}

/**
 * The word before the credential is compared exactly, as most original servers do, unless any case will do; where it is
 * optional, another word belongs to the credential.
 */
function httpScheme(name: string, at: Located, scheme: string, rule: string | undefined): SecurityScheme {
  const word = scheme.charAt(0).toUpperCase() + scheme.slice(1);
  const prefix = `${word} `;
  const isPrefix = (text: string) => text === prefix || (rule === 'any-case' && text.toLowerCase() === prefix.toLowerCase());
  return {
    name,
    at,
    headerNames: [],
    isCookie: false,
    challenge: word === 'Basic' ? 'Basic realm="guildhall", charset="UTF-8"' : `${word} realm="guildhall"`,
    read: ({ headers: { authorization } }) => {
      if (typeof authorization !== 'string') return undefined;
      if (isPrefix(authorization.slice(0, prefix.length))) return authorization.slice(prefix.length);
      return rule === 'optional' ? authorization : undefined;
    },
  };
}

function keyScheme(name: string, at: Located, place: string, key: string, fallback?: string): SecurityScheme {
  const lower = key.toLowerCase();
  const parameter = (query: unknown, called: string) => single((query as Record<string, string | string[] | undefined>)[called]);
  const reads: Record<string, SecurityScheme['read']> = {
    header: ({ headers }) => single(headers[lower]),
    query: ({ query }) => parameter(query, key),
    cookie: ({ headers }) => readCookie(single(headers['cookie']), key),
  };
  const own = reads[place]!;
  const read: SecurityScheme['read'] = fallback === undefined ? own : (request) => own(request) ?? parameter(request.query, fallback);
  const challenge = `ApiKey realm="guildhall", in="${place}", name="${key}"`;
  return { name, at, fallback, headerNames: place === 'header' ? [lower] : [], isCookie: place === 'cookie', challenge, read };
}

/** A credential of two parts, such as a user's id and the user's key, is written as in `Basic`: the companion first, then a colon. */
function joined(own: SecurityScheme, companion: SecurityScheme): SecurityScheme {
  return {
    ...own,
    headerNames: [...own.headerNames, ...companion.headerNames],
    read: (request) => {
      const key = own.read(request);
      const other = companion.read(request);
      return key === undefined || other === undefined ? undefined : `${other}:${key}`;
    },
  };
}

const single = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/** One cookie of a `Cookie` header (RFC 6265, section 5.4). */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const end = pair.indexOf('=');
    if (end > 0 && pair.slice(0, end).trim() === name) return pair.slice(end + 1).trim().replace(/^"(.*)"$/, '$1');
  }
  return undefined;
}
