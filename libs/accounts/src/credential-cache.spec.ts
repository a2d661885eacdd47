import { describe, expect, it } from 'vitest';
import { CredentialCache } from './credential-cache.js';

const known = (credential: number) => ({
  resolved: { account: 1, credential },
  expiresAtMs: null,
  renewalMs: null,
  lastUsedAtMs: null,
});

describe('CredentialCache', () => {
  it('gives back what it was told, as the same object', () => {
    const cache = new CredentialCache();
    const credential = known(1);
    cache.remember('a', credential, cache.epoch);
    expect(cache.get('a')).toBe(credential);
    expect(cache.get('b')).toBeUndefined();
  });

  it('drops the least recently used', () => {
    const cache = new CredentialCache(2);
    cache.remember('a', known(1), cache.epoch);
    cache.remember('b', known(2), cache.epoch);
    cache.get('a');
    cache.remember('c', known(3), cache.epoch);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([known(1), undefined, known(3)]);
  });

  it('does not remember what was read before something was forgotten', () => {
    const cache = new CredentialCache();
    const { epoch } = cache;
    cache.forget(['a']);
    cache.remember('a', known(1), epoch);
    expect(cache.get('a')).toBeUndefined();
  });
});
