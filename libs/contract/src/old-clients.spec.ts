import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { type Operation, readDocument } from './operation.js';

const { operations, schemes, dialect, faults } = readDocument(new URL('../fixtures/old-clients.yaml', import.meta.url));
const operationOf = (id: string): Operation => operations.get(id)!;

/** A request with a body of this type, or of none. */
const sent = (body: string, type?: string): IncomingMessage =>
  Object.assign(Readable.from([Buffer.from(body)]), {
    headers: { ...(type !== undefined && { 'content-type': type }), 'content-length': String(Buffer.byteLength(body)) },
  }) as IncomingMessage;
const json = (body: unknown): IncomingMessage => sent(JSON.stringify(body), 'application/json');
const bodyOf = (id: string) => operationOf(id).input.body!;

it('the fixture has no faults', () => {
  expect(faults).toEqual([]);
});

describe('x-untyped', () => {
  it('says as what a body without a content type is read', async () => {
    expect(await bodyOf('writeNote').read(sent('text=a+b&size=5'))).toEqual({ text: 'a b', size: 5 });
  });

  it('is 415 where nothing is said, as is any other type', async () => {
    await expect(bodyOf('replaceNote').read(sent('{"text":"a"}'))).rejects.toMatchObject({ status: 415 });
    await expect(bodyOf('writeNote').read(sent('text=a', 'text/plain'))).rejects.toMatchObject({ status: 415 });
  });
});

describe('x-checked-by', () => {
  it.each([
    [{ text: 'far too long' }], [{ text: 5, size: 'x' }], [{}], [[]], [null], [5],
  ])('handler lets %j through', async (body) => {
    expect(await bodyOf('writeNote').read(json(body))).toEqual(body);
    await expect(bodyOf('replaceNote').read(json(body))).rejects.toMatchObject({ status: 400 });
  });

  it('handler lets nothing through, even where a body is required', async () => {
    expect(await bodyOf('writeNote').read(sent('', 'application/json'))).toBeUndefined();
    await expect(bodyOf('replaceNote').read(sent('', 'application/json'))).rejects.toMatchObject({ status: 400 });
  });

  it('handler drops what is not documented, and refuses what is no JSON and what cannot be kept', async () => {
    expect(await bodyOf('writeNote').read(json({ text: 'a', colour: 'red' }))).toEqual({ text: 'a' });
    await expect(bodyOf('writeNote').read(sent('{"', 'application/json'))).rejects.toMatchObject({ status: 400 });
    await expect(bodyOf('writeNote').read(json({ text: '\0' }))).rejects.toMatchObject({ status: 400 });
  });
});

describe('x-fallback-parameter', () => {
  const scheme = schemes.get('oldToken')!;

  it('is read from the query, if the header is not there at all', () => {
    expect(scheme.read({ headers: {}, query: { token: 'a' } })).toBe('a');
    expect(scheme.read({ headers: { authorization: '' }, query: { token: 'a' } })).toBe('');
    expect(scheme.read({ headers: { authorization: 'b' }, query: { token: 'a' } })).toBe('b');
    expect(scheme.read({ headers: {}, query: {} })).toBeUndefined();
  });

  it('is seen in a body that is read afterwards', async () => {
    const request = json({ text: 'a', token: 'secret' });
    expect(await bodyOf('writeNote').peek(request, 'token')).toBe('secret');
    expect(await bodyOf('writeNote').read(request)).toEqual({ text: 'a' });
  });

  it.each([
    '{"', '"token"', '{"token":5}', '{"token":null}', '{}', `{"token":"${'x'.repeat(2 ** 21)}"}`,
  ])('is not found in a body such as %.20s', async (body) => {
    expect(await bodyOf('writeNote').peek(sent(body, 'application/json'), 'token')).toBeUndefined();
  });

  it('leaves it to the reading to tell what is wrong with a body', async () => {
    const request = sent('{"', 'application/json');
    await bodyOf('writeNote').peek(request, 'token');
    await expect(bodyOf('writeNote').read(request)).rejects.toMatchObject({ status: 400 });
  });
});

describe('x-repeated-parameters', () => {
  const queryOf = (query: object) => operationOf('listNotes').input.read(
    { query, headers: {}, params: {} } as FastifyRequest,
  );

  it('last lets the last one count, but for a list', () => {
    expect(queryOf({ page: ['1', '2'], tag: ['a', 'b'] })).toMatchObject({ query: { page: 2, tag: ['a', 'b'] } });
    expect(queryOf({ page: ['1', 'x'] })).toMatchObject({ query: { page: 'x' } });
  });
});

describe('x-error-dialect', () => {
  it('may have another shape for a status', () => {
    expect(dialect.render({ status: 404, detail: 'gone' })).toEqual({ status: 404, error: 'Not Found' });
    expect(dialect.render({ status: 401, detail: dialect.detailOf(401) })).toEqual({ error: 'Who are you?' });
    expect(dialect.detailIn({ error: 'a text' }, 401)).toBe('a text');
    expect(dialect.detailIn({ error: 'a text' }, 400)).toBe('Bad Request');
  });
});
