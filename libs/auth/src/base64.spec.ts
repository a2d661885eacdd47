import { describe, expect, it } from 'vitest';
import { illegalBase64Byte } from './base64.js';

describe('illegalBase64Byte', () => {
  it.each(['', 'YWJj', 'YWJjZA==', 'YWJjZGU=', '+/+/'])('finds nothing wrong with "%s"', (text) => {
    expect(illegalBase64Byte(text)).toBeUndefined();
  });

  // As Go's base64.StdEncoding finds them.
  it.each([
    ['!!!', 0],
    ['*', 0],
    [' YWJj', 0],
    ['YWJj$mRl', 4],
    ['YWJjZGVm_', 8],
    ['Y', 0],
    ['YW', 0],
    ['YWJ', 0],
    ['YWJjZ', 4],
    ['YWJjZA', 4],
    ['=', 0],
    ['Y===', 1],
    ['YW=', 3],
    ['YW=j', 2],
    ['YW==YWJj', 4],
    ['YWJ=YWJj', 4],
    ['YWJjZA==\u00e9', 8],
  ])('finds byte of "%s" at %i', (text, byte) => {
    expect(illegalBase64Byte(text)).toBe(byte);
  });
});
