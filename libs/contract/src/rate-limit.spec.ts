import { describe, expect, it } from 'vitest';
import { readDocument } from './operation.js';

const fixture = (name: string) => readDocument(new URL(`../fixtures/${name}.yaml`, import.meta.url));

describe('x-rate-limit', () => {
  const { operations, faults } = fixture('several-limits');
  const limitsOf = (id: string) => operations.get(id)?.limits;

  it('is the document\'s, unless an operation has its own or lifts it', () => {
    expect(faults).toEqual([]);
    expect(limitsOf('showIndex')).toEqual([]);
    expect(limitsOf('showCommon')).toEqual([{
      limit: 10,
      windowMs: 60_000,
      algorithm: 'gcra',
      key: 'caller',
      headers: { limit: 'ratelimit-limit', remaining: 'ratelimit-remaining', reset: 'ratelimit-reset' },
      resetUnit: 'seconds',
      scope: 'several-limits.yaml#x-rate-limit',
    }]);
  });

  it('may be several, each with its own count, by who sends and by what is sent', () => {
    expect(limitsOf('signInHere')).toMatchObject([
      { limit: 60, key: 'address', headers: { limit: 'ratelimit-limit' } },
      { limit: 5, windowMs: 300_000, key: { member: 'email' }, headers: { limit: 'x-limit', reset: 'ratelimit-reset' } },
    ]);
    expect(new Set(limitsOf('signInHere')?.map(({ scope }) => scope)).size).toBe(2);
  });

  it.each(['limit-by-optional-member', 'limit-by-absent-member'])('cannot count what may be missing: %s', (name) => {
    expect(fixture(name).faults).toEqual([{
      document: `${name}.yaml`,
      line: 7,
      operation: 'signInHere',
      message: expect.stringMatching(/^x-rate-limit: the body has no required member (name|nickname)$/),
    }]);
  });
});

describe('servers', () => {
  it('of a path stand for those of the document', () => {
    const { operations } = fixture('several-limits');
    expect(operations.get('showIndex')?.paths).toEqual(['/limits']);
    expect(operations.get('showCommon')?.paths).toEqual(['/common', '/limits/common']);
  });
});
