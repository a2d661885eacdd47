import { dereference, DocumentError, isObject, type JsonObject, type Located, member } from './document.js';

/** Where a security scheme's credential stands in a request, from the document's `securitySchemes`. */
export interface SecurityScheme {
  readonly name: string;
  readonly at: Located;
  /** The value of `WWW-Authenticate` when this scheme would have let the request in. */
  readonly challenge: string;
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
  const { type, scheme, in: place, name: key } = at.value as Record<string, string | undefined>;
  if (type === 'http' && scheme) return httpScheme(name, at, scheme);
  if (type === 'apiKey' && key) return keyScheme(name, at, place ?? 'header', key);
  throw new DocumentError(at, `the security scheme ${name} is of a kind that the server cannot read`);
}

/** The word before the credential is compared exactly, as the original servers do. */
function httpScheme(name: string, at: Located, scheme: string): SecurityScheme {
  const word = scheme.charAt(0).toUpperCase() + scheme.slice(1);
  const prefix = `${word} `;
  return {
    name,
    at,
    challenge: word === 'Basic' ? 'Basic realm="guildhall", charset="UTF-8"' : `${word} realm="guildhall"`,
    read: ({ headers: { authorization } }) =>
      typeof authorization === 'string' && authorization.startsWith(prefix) ? authorization.slice(prefix.length) : undefined,
  };
}

function keyScheme(name: string, at: Located, place: string, key: string): SecurityScheme {
  const lower = key.toLowerCase();
  const read: Record<string, SecurityScheme['read']> = {
    header: ({ headers }) => single(headers[lower]),
    query: ({ query }) => single((query as Record<string, string | string[] | undefined>)[key]),
    cookie: ({ headers }) => readCookie(single(headers['cookie']), key),
  };
  return { name, at, challenge: `ApiKey realm="guildhall", in="${place}", name="${key}"`, read: read[place]! };
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
