import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { fixture, type Handlers, logged, serve, type Served } from '../fixtures/serve.js';
import { json, send } from '../fixtures/wire.js';
import { contractOf, Refusal } from './index.js';

const { answer } = contractOf<Record<string, never>, Record<string, never>>(fixture('library')) as unknown as {
  answer(id: string, given: { status: number; body?: unknown; type?: string; headers?: object }): unknown;
};
const book = { id: '1', title: 'T' };
const secret = { password: 'hunter2' };
const reader = { authorization: 'Bearer good-7' };
const path = '/books/0b8f6c3e-5d0a-4b56-9a40-1f6a8f2b6c11';
const newBook: [string, RequestInit] = ['POST /books', json({ title: 'T' }, reader)];
const oldBook: [string, RequestInit] = [`GET ${path}`, {}];
const books: [string, RequestInit] = ['GET /books', {}];

let api: Served | undefined;
afterEach(async () => {
  await api?.close();
  logged.length = 0;
});

interface Breaking {
  readonly handlers: Handlers;
  readonly request: [string, RequestInit];
  readonly breach: string;
  /** What leaves nevertheless where nobody is strict. */
  readonly leaves: { status: number; text: string };
}

const breaking: Readonly<Record<string, Breaking>> = {
  'a status': {
    handlers: { getBook: () => answer('getBook', { status: 203, body: secret }) },
    request: oldBook, breach: 'getBook answered 203: undocumented status', leaves: { status: 203, text: '' },
  },
  'a header': {
    handlers: { addBook: () => answer('addBook', { status: 201, body: book, headers: { location: '/books/1', 'x-secret': '1' } }) },
    request: newBook, breach: 'addBook answered 201: undocumented header x-secret', leaves: { status: 201, text: '{"title":"T","id":"1"}' },
  },
  'no header that has to be there': {
    handlers: { addBook: () => answer('addBook', { status: 201, body: book }) },
    request: newBook, breach: 'addBook answered 201: missing header location', leaves: { status: 201, text: '{"title":"T","id":"1"}' },
  },
  'another value of a header': {
    handlers: { addBook: () => answer('addBook', { status: 201, body: book, headers: { location: 'https://example.org' } }) },
    request: newBook, breach: 'addBook answered 201: undocumented value of header location', leaves: { status: 201, text: '{"title":"T","id":"1"}' },
  },
  'a header that is no number': {
    handlers: { addBook: () => answer('addBook', { status: 201, body: book, headers: { location: '/books/1', 'x-copies': 'three' } }) },
    request: newBook, breach: 'addBook answered 201: undocumented value of header x-copies', leaves: { status: 201, text: '{"title":"T","id":"1"}' },
  },
  'a media type': {
    handlers: { getBook: () => answer('getBook', { status: 200, type: 'text/html', body: '<p>hunter2' }) },
    request: oldBook, breach: 'getBook answered 200: undocumented media type text/html', leaves: { status: 200, text: '' },
  },
  'a body where there is none': {
    handlers: { ringBell: () => secret },
    request: ['POST /bell', { headers: reader }], breach: 'ringBell answered 204: undocumented body', leaves: { status: 204, text: '' },
  },
  'no body where there is one': {
    handlers: {}, request: oldBook, breach: 'getBook answered 200: missing body', leaves: { status: 200, text: '' },
  },
  'a member too few': {
    handlers: { getBook: () => ({ id: '1', ...secret }) },
    request: oldBook, breach: 'getBook answered 200: undocumented body: title is required', leaves: { status: 200, text: '{"id":"1"}' },
  },
  'a wrong type': {
    handlers: { getBook: () => ({ ...book, copies: secret }) },
    request: oldBook, breach: 'getBook answered 200: undocumented body: copies must be integer', leaves: { status: 200, text: '{"title":"T","id":"1"}' },
  },
  'a list for an object': {
    handlers: { getBook: () => [secret] },
    request: oldBook, breach: 'getBook answered 200: undocumented body: the body must be object', leaves: { status: 200, text: 'null' },
  },
  'none of the alternatives': {
    handlers: { getBook: () => ({ ...book, publisher: secret }) },
    request: oldBook, breach: 'getBook answered 200: undocumented body: publisher.name is required', leaves: { status: 200, text: '{"title":"T","id":"1"}' },
  },
  'too long a text': {
    handlers: { getReader: () => 'x'.repeat(21) }, request: ['GET /readers/@me', { headers: reader }],
    breach: 'getReader answered 200: undocumented body: the body must NOT have more than 20 characters', leaves: { status: 200, text: 'x'.repeat(21) },
  },
  'a refusal': {
    handlers: { getBook: () => { throw new Refusal(409, 'There is one'); } },
    request: oldBook, breach: 'getBook answered 409: undocumented status', leaves: { status: 409, text: '{"code":"Conflict","message":"There is one"}' },
  },
  'a refusal\'s body': {
    handlers: { getBook: () => { throw new Refusal(404, undefined, { body: { error: 'gone' } }); } },
    request: oldBook, breach: 'getBook answered 404: undocumented body: code is required', leaves: { status: 404, text: '{"error":"gone"}' },
  },
  'a refusal\'s header': {
    handlers: { getBook: () => { throw new Refusal(404, 'Gone', { headers: { 'x-secret': '1' } }); } },
    request: oldBook, breach: 'getBook answered 404: undocumented header x-secret', leaves: { status: 404, text: '{"code":"NotFound","message":"Gone"}' },
  },
};

describe.each(Object.entries(breaking))('an undocumented answer: %s', (_, { handlers, request, breach, leaves }) => {
  it('is a 500 where the server is strict, and is counted', async () => {
    api = await serve('library', { handlers });
    const { status, headers, body } = await send(api.url, ...request);
    expect([status, body]).toEqual([500, { code: 'InternalServerError', message: breach }]);
    for (const name of ['x-secret', 'x-copies', 'location']) expect(headers).not.toHaveProperty(name);
    expect(api.breaches.map(({ operation, status: of, message }) => `${operation} answered ${of}: ${message}`)).toContain(breach);
    expect(logged.join()).toContain(breach);
  });

  it('is told and counted where it is not, and nothing of it leaves that no document knows', async () => {
    api = await serve('library', { handlers, isStrict: false });
    const { status, text } = await send(api.url, ...request);
    expect({ status, text }).toEqual(leaves);
    expect(text).not.toContain('hunter2');
    expect(api.breaches.map(({ operation, status: of, message }) => `${operation} answered ${of}: ${message}`)).toEqual([breach]);
  });
});

it('an undocumented item of a list that is being read is a 500, or the end of the connection', async () => {
  const list = (at: number) => async function* () {
    for (let count = 0; count < 5000; count++) yield count === at ? { id: '1', ...secret } : { ...book, title: 'x'.repeat(30), ...secret };
  };
  api = await serve('library', { handlers: { listBooks: list(3) } });
  expect((await send(api.url, ...books)).body).toEqual({ code: 'InternalServerError', message: 'listBooks answered 200: undocumented item: title is required' });
  await api.close();
  api = await serve('library', { handlers: { listBooks: list(4000) } });
  await expect(send(api.url, ...books)).rejects.toThrow(/terminated|aborted|hang up|closed|reset|fetch failed/i);
  expect(api.breaches).toEqual([{ operation: 'listBooks', status: 200, message: 'undocumented item: title is required' }]);
  await api.close();
  api = await serve('library', { handlers: { listBooks: list(4000) }, isStrict: false });
  const { status, text } = await send(api.url, ...books);
  expect([status, (JSON.parse(text) as object[]).length, text.includes('hunter2')]).toEqual([200, 5000, false]);
});

it('a stream that is refused is closed', async () => {
  const stream = Readable.from(['secret']);
  api = await serve('library', { handlers: { readPage: () => answer('readPage', { status: 206, body: stream }) } });
  expect((await send(api.url, `GET ${path}/pages/1?key=good-1`)).status).toBe(500);
  expect(stream.destroyed).toBe(true);
});

it('of answers that nobody is strict about, the first is looked at whole and then one in 64, and each for its status and type', async () => {
  const kinds = [{ id: '1' }, answer('getBook', { status: 200, type: 'text/html', body: '' })];
  for (const [index, count] of [3, 130].entries()) {
    api = await serve('library', { handlers: { getBook: () => kinds[index] }, isStrict: false });
    for (let sent = 0; sent < 130; sent++) await send(api.url, ...oldBook);
    expect(api.breaches).toHaveLength(count);
    await api.close();
  }
});
