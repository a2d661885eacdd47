import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailKey } from './emails.js';

describe('emailKey', () => {
  it.each([
    'a@b', 'aino@example.org', 'a@localhost', "o'brien+tag@sub.example.org", 'a@127.0.0.1', 'a@1.2',
    'a@bücher.de', 'a@例え.jp', 'a@[127.0.0.1]', 'a@[::1]', 'a@[2001:db8::1]',
    `${'x'.repeat(64)}@example.org`, `a@${'x'.repeat(63)}.org`,
  ])('takes %s as it is', (email) => {
    expect(emailKey(email)).toBe(email);
  });

  it.each([
    ['Aino@Example.ORG', 'aino@example.org'],
    ['A@BÜCHER.de', 'a@bücher.de'],
    ['a@[2001:DB8::1]', 'a@[2001:db8::1]'],
  ])('makes one of %s and %s', (one, other) => {
    expect(emailKey(one)).toBe(emailKey(other));
  });

  it.each([
    'a@[999.0.0.1]', 'a@[1:2]', 'a@[127.0.0.1', 'a@127.0.0.1]', 'a@[]', 'a@xn--a.ü',
    `a@${'x'.repeat(64)}.org`, `a@${'ü'.repeat(60)}.de`, 'a@-b.ü', 'a@ü..de', 'a@.ü', 'a@ü b.de',
    `a@${'İ.'.repeat(120)}ü`,
  ])('takes nothing like %s', (email) => {
    expect(emailKey(email)).toBeUndefined();
  });

  it('fits into 255 characters and does not depend on case', () => {
    fc.assert(
      fc.property(fc.emailAddress({ size: 'xlarge' }), (email) => {
        const key = emailKey(email);
        expect(key?.length ?? 0).toBeLessThanOrEqual(255);
        expect(emailKey(email.toUpperCase())).toBe(key);
      }),
    );
  });
});
