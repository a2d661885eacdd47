import { DocumentError, isObject, type Located, member } from './document.js';

/** A document's `x-rate-limit`, with lengths of time in milliseconds. */
export interface RateLimit {
  readonly limit: number;
  readonly windowMs: number;
  /** `gcra`: a burst of `limit`, one request back every window/limit. `token-bucket`: the same count, told in whole tokens. */
  readonly algorithm: 'gcra' | 'token-bucket';
  /** Who shares a limit: the account, or the address where there is none; or always the address. */
  readonly key: 'caller' | 'address';
  readonly headers: { readonly limit: string; readonly remaining: string; readonly reset: string };
  readonly resetUnit: 'seconds' | 'milliseconds';
  /** Requests that share a limit share its scope: the place where the document states it. */
  readonly scope: string;
}

const defaultHeaders = { limit: 'ratelimit-limit', remaining: 'ratelimit-remaining', reset: 'ratelimit-reset' };

export function readRateLimit(at: Located | undefined): RateLimit | undefined {
  if (!at || !isObject(at.value)) return undefined;
  const headers = at.value['headers'];
  return {
    limit: positive(at, 'limit'),
    windowMs: positive(at, 'window-seconds') * 1000,
    algorithm: oneOf(at, 'algorithm', ['gcra', 'token-bucket']),
    key: oneOf(at, 'key', ['caller', 'address']),
    headers: { ...defaultHeaders, ...(isObject(headers) ? headers : {}) },
    resetUnit: oneOf(at, 'reset-unit', ['seconds', 'milliseconds']),
    scope: `${at.file.name}#${at.path.join('/')}`,
  };
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
