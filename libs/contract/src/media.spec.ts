import { describe, expect, it } from 'vitest';
import { accepts, asksForProblem, charsetOf, documentedType, mediaTypeOf } from './media.js';

describe('the type of a body', () => {
  it.each([
    ['application/json', 'application/json'], ['Text/Plain; charset=utf-8', 'text/plain'], [' a/b ;x', 'a/b'], ['', ''], [undefined, ''],
  ])('of %s is %s', (header, type) => expect(mediaTypeOf(header)).toBe(type));

  it.each([
    ['text/plain; charset=UTF-8', 'utf-8'], ['text/plain;x=1; charset="latin1"', 'latin1'], ['text/plain', undefined], [undefined, undefined],
  ])('in %s has the charset %s', (header, charset) => expect(charsetOf(header)).toBe(charset));

  it.each<[type: string, documented: string[], found: string | undefined]>([
    ['application/json', ['application/json', '*/*'], 'application/json'], ['application/ld+json', ['application/json', '*/*'], 'application/json'],
    ['application/ld+json', ['application/ld+json', 'application/json'], 'application/ld+json'], ['image/png', ['*/*', 'image/*'], 'image/*'],
    ['text/html', ['image/*', '*/*'], '*/*'], ['text/html', ['image/*', 'application/json'], undefined], ['', ['application/json'], undefined],
    ['', ['application/octet-stream'], 'application/octet-stream'], ['', ['*/*'], '*/*'],
  ])('%s among %j is %s', (type, documented, found) => expect(documentedType(type, documented)).toBe(found));
});

describe('what a client takes', () => {
  const types = ['application/json', 'text/plain'];

  it.each(['text/plain', 'TEXT/plain', 'text/*', '*/*', 'image/png, */*;q=0.1', 'application/json;q=0.001', 'text/plain;q=0, */*', 'text/*;q=0, application/*',
    'application/json;q=0, text/plain;level=1', '', undefined])('%s takes one of them', (header) => expect(accepts(header, types)).toBe(true));

  it.each(['image/png', 'text/plain;q=0', 'text/*;q=0', '*/*;q=0.000', 'application/json;q=0, text/plain;q=0, */*', 'text/html, image/*', 'nonsense', ','])(
    '%s takes none of them', (header) => expect(accepts(header, types)).toBe(false));

  it.each<[header: string | undefined, isAsked: boolean]>([
    ['application/problem+json', true], ['application/json, Application/Problem+JSON;q=0.2', true], ['application/*', false], ['*/*', false], [undefined, false],
    ['application/problem+json;q=0', false], ['application/problem+json; q=0.0, text/html', false], ['application/problem+json;q=0.01', true],
  ])('%s asks for problem details: %s', (header, isAsked) => expect(asksForProblem(header)).toBe(isAsked));
});
