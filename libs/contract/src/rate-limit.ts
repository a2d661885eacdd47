import { dereference, DocumentError, isObject, type Located, member } from './document.js';

/** One limit of a document's `x-rate-limit`, with lengths of time in milliseconds. */
export interface RateLimit {
  readonly limit: number;
  readonly windowMs: number;
  /** `gcra`: a burst of `limit`, one request back every window/limit. `token-bucket`: the same count, told in whole tokens. */
  readonly algorithm: 'gcra' | 'token-bucket';
  /** Who shares a limit: the account, or the address where there is none; always the address; or who says the same in the body. */
  readonly key: 'caller' | 'address' | { readonly member: string };
  readonly headers: { readonly limit: string; readonly remaining: string; readonly reset: string };
  readonly resetUnit: 'seconds' | 'milliseconds';
  /** Requests that share a limit share its scope: the place where the document states it. */
  readonly scope: string;
}

const defaultHeaders = { limit: 'ratelimit-limit', remaining: 'ratelimit-remaining', reset: 'ratelimit-reset' };

/** One limit or a list of them; none for `false`. Throws `DocumentError`. */
export function readRateLimits(at: Located | undefined, operation: Located): RateLimit[] {
  if (!at) return [];
  if (Array.isArray(at.value)) return at.value.flatMap((_, index) => readRateLimits(member(at, index), operation));
  return isObject(at.value) ? [readRateLimit(at, operation)] : [];
}

function readRateLimit(at: Located, operation: Located): RateLimit {
  const headers = member(at, 'headers')?.value;
  return {
    limit: positive(at, 'limit'),
    windowMs: positive(at, 'window-seconds') * 1000,
    algorithm: oneOf(at, 'algorithm', ['gcra', 'token-bucket']),
    key: bodyMember(at, operation) ?? oneOf(at, 'key', ['caller', 'address']),
    headers: { ...defaultHeaders, ...(isObject(headers) ? headers : {}) },
    resetUnit: oneOf(at, 'reset-unit', ['seconds', 'milliseconds']),
    scope: `${at.file.name}#${at.path.join('/')}`,
  };
}

/** `body.email` is the text `email` of the body, which has to be required: without it there would be nothing to count. */
function bodyMember(at: Located, operation: Located): { member: string } | undefined {
  const name = /^body\.(.+)$/.exec(String(member(at, 'key')?.value))?.[1];
  if (name === undefined) return undefined;
  const body = member(operation, 'requestBody');
  const content = body && member(dereference(body), 'content');
  const schemas = Object.keys(isObject(content?.value) ? content.value : {}).map((type) => member(content!, type, 'schema'));
  const isThere = schemas.length > 0 && schemas.every((schema) => {
    const { required } = (schema ? dereference(schema).value : {}) as { required?: unknown };
    return Array.isArray(required) && required.includes(name);
  });
  if (!isThere) throw new DocumentError(at, `x-rate-limit: the body has no required member ${name}`);
  return { member: name };
}

function positive(at: Located, name: string): number {
  const value = member(at, name)?.value;
  if (typeof value === 'number' && value > 0) return value;
  throw new DocumentError(at, `x-rate-limit: ${name} must be a number above 0`);
}

function oneOf<const Value extends string>(at: Located, name: string, values: readonly [Value, ...Value[]]): Value {
  const value = member(at, name)?.value;
  if (value === undefined) return values[0];
  const found = values.find((item) => item === value);
  if (found === undefined) throw new DocumentError(at, `x-rate-limit: ${name} must be one of ${values.join(', ')}`);
  return found;
}
