import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareFriendCode, shownFriendCode, usernameKey } from './names.js';

const code = 'b8Qv2LmZk0TtYw4RfJ6sNx1C';

describe('usernameKey', () => {
  it('makes one key of names that differ in case only', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_]{2,32}$/), (name) => {
        expect(usernameKey(name.toUpperCase())).toBe(usernameKey(name.toLowerCase()));
        expect(usernameKey(name)).toBe(name.toLowerCase());
      }),
    );
  });

  it.each(['\u212Aim', 'İris', 'ÄÄ', '@ME'])('never turns %s into a name that somebody can have', (name) => {
    expect(usernameKey(name)).not.toMatch(/^[a-z0-9_]+$/);
  });

  it.each(['__proto__', 'constructor'])('treats %s as any other name', (name) => {
    expect(usernameKey(name)).toBe(name);
  });
});

describe('bareFriendCode', () => {
  it.each([
    ['as it is', code],
    ['as it is shown', `ttfc_${code}`],
    ['with the prefix twice', `ttfc_ttfc_${code}`],
    ['with white space around it', ` \t\r\nttfc_${code}\n`],
  ])('finds the code %s', (_, text) => {
    expect(bareFriendCode(text)).toBe(code);
  });

  it.each(['', '  ', 'ttfc_', 'ttfc_ttfc_'])('finds nothing in "%s"', (text) => {
    expect(bareFriendCode(text)).toBe('');
  });

  it.each([`TTFC_${code}`, `ttfc_ ${code}`, `${code}ttfc_`])('leaves %s unlike any code', (text) => {
    expect(bareFriendCode(text)).not.toBe(code);
  });

  it('undoes how a code is shown', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]{24}$/), (bare) => {
        expect(bareFriendCode(shownFriendCode(bare))).toBe(bare);
      }),
    );
  });
});
