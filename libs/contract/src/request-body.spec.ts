import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served } from '../fixtures/serve.js';
import { json, raw, send } from '../fixtures/wire.js';

let api: Served;
let body: unknown;
const untouched = Symbol('untouched');

beforeAll(async () => {
  const note = ({ body: sent }: { body: unknown }) => void (body = sent);
  const handlers = { addBook: note, borrowBook: note, storeScan: note, leaveNote: note, ringBell: note, sortShelf: note };
  api = await serve('library', { handlers, isStrict: false });
});
afterAll(() => api.close());

const reader = { authorization: 'Bearer good-7' };

/** What a handler is given, or the status and the message with which it was not asked. */
async function given(request: string, init: RequestInit = {}): Promise<unknown> {
  body = untouched;
  const answer = await send(api.url, request, { ...init, headers: { ...reader, ...init.headers } });
  return body === untouched ? [answer.status, (answer.body as { message: string }).message] : body;
}

async function givenRaw(head: string, sent: string | Buffer): Promise<unknown> {
  body = untouched;
  const [answer] = await raw(api.url, Buffer.concat([Buffer.from(`${head}\r\nhost: x\r\nauthorization: Bearer good-7\r\n`), Buffer.from(sent)]));
  return body === untouched ? [answer?.status, (answer?.body as { message: string } | undefined)?.message] : body;
}

describe('JSON', () => {
  const post = (text: unknown) => given('POST /books', json(text));
  const defaults = { copies: 1, sort: 'title' };

  it.each<[name: string, sent: unknown, kept: unknown]>([
    ['a whole value', { title: 'T', copies: 2, sort: 'year', author: { name: 'A', born: 1 }, tags: { a: 'b' } },
      { title: 'T', copies: 2, sort: 'year', author: { name: 'A', born: 1 }, tags: { a: 'b' } }],
    ['defaults', { title: 'T' }, { title: 'T', ...defaults }],
    ['no unknown members, at no level', { title: 'T', isbn: 1, author: { name: 'A', age: 2 } }, { title: 'T', ...defaults, author: { name: 'A' } }],
    ['null where it may be', { title: 'T', author: null }, { title: 'T', ...defaults, author: null }],
    ['the last of members that are repeated', '{"title":"A","title":"B"}', { title: 'B', ...defaults }],
    ['no prototype', '{"title":"T","__proto__":{"copies":5},"constructor":1,"author":{"name":"A","__proto__":{"x":1}}}',
      { title: 'T', ...defaults, author: { name: 'A' } }],
    ['names of a map as they are', '{"title":"T","tags":{"__proto__":"a","constructor":"b"}}',
      { title: 'T', ...defaults, tags: JSON.parse('{"__proto__":"a","constructor":"b"}') as unknown }],
    ['characters and not bytes', { title: '😀'.repeat(40) }, { title: '😀'.repeat(40), ...defaults }],
  ])('keeps %s', async (_, sent, kept) => {
    expect(await post(sent)).toEqual(kept);
  });

  it.each<[name: string, sent: unknown, status: number, message: string]>([
    ['no coercion', { title: 'T', copies: '5' }, 400, 'copies must be integer'],
    ['no coercion of numbers', { title: 5 }, 400, 'title must be string'],
    ['no missing member', {}, 400, 'title is required'],
    ['no broken rule, in the document\'s words', { title: '' }, 400, 'A title has 1 to 40 characters'],
    ['no list for an object', [], 400, 'the body must be object'],
    ['no null', null, 400, 'the body must be object'],
    ['no choice beyond the list', { title: 'T', sort: 'isbn' }, 400, 'sort must be one of title, year'],
    ['no long value in a map', { title: 'T', tags: { 'a/b~c': 'longer' } }, 400, 'tags.a/b~c must NOT have more than 5 characters'],
    ['nothing that is cut off', '{"title":"T"', 400, 'The body is not valid JSON'],
    ['no text behind the end', '{"title":"T"} x', 400, 'The body is not valid JSON'],
    ['no NUL', { title: 'a\0' }, 400, 'body/title holds text that cannot be kept: a NUL or half a surrogate pair'],
    ['no half of a pair', '{"title":"\\ud83d"}', 400, 'body/title holds text that cannot be kept: a NUL or half a surrogate pair'],
    ['no NUL in a name', { title: 'T', tags: { '\0': 'x' } }, 400, 'body/tags holds text that cannot be kept: a NUL or half a surrogate pair'],
    ['nothing at all', '', 400, 'A body is required'],
    ['nothing too large', { title: 'x'.repeat(20_000) }, 413, 'The body is larger than 20000 bytes'],
  ])('takes %s', async (_, sent, status, message) => {
    expect(await post(sent)).toEqual([status, message]);
  });

  it('takes bytes that are no UTF-8 for none', async () => {
    const bytes = Buffer.from('{"title":"\xff"}', 'latin1');
    expect(await given('POST /books', { body: bytes, headers: { 'content-type': 'application/json' } })).toEqual([400, 'The body is not valid UTF-8']);
  });

  it('takes any depth that a document has, and no more', async () => {
    const deep = (depth: number) => '{"sub":['.repeat(depth) + ']}'.repeat(depth);
    expect(await given('POST /shelves', json(deep(40)))).toEqual(JSON.parse(deep(40)));
    for (const sent of [deep(60), deep(1999), `{"anything":${'['.repeat(9000)}${']'.repeat(9000)}}`, '['.repeat(19_999)]) {
      const answer = (await given('POST /shelves', json(sent))) as [number, string];
      expect(answer).toEqual([400, expect.stringMatching(/nested too deeply|not valid JSON/)]);
    }
  });

  it.each(['application/json', 'Application/JSON; charset=UTF-8', 'application/json;charset="utf-8"', 'application/vnd.api+json', 'application/json; x=y'])(
    'comes as %s', async (type) => {
      expect(await given('POST /books', { body: '{"title":"T"}', headers: { 'content-type': type } })).toMatchObject({ title: 'T' });
    });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1', 'nonsense', '/', 'application/jsonx'])(
    'does not come as %s', async (type) => {
      expect(await given('POST /books', { body: '{"title":"T"}', headers: { 'content-type': type } }))
        .toEqual([415, 'Content-Type must be application/json']);
    });

  it('does not come without a type, nor compressed', async () => {
    expect(await givenRaw('POST /books HTTP/1.1', 'content-length: 13\r\n\r\n{"title":"T"}')).toEqual([415, 'Content-Type must be application/json']);
    const init = { body: gzipSync('{"title":"T"}'), headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } };
    expect(await given('POST /books', init)).toEqual([415, 'Content-Encoding gzip is not supported']);
  });
});

describe('sizes', () => {
  const chunked = (size: number) => `content-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n${size.toString(16)}\r\n${'x'.repeat(size)}\r\n0\r\n\r\n`;

  it('in pieces count like those that are told', async () => {
    expect(await givenRaw('POST /notes HTTP/1.1', chunked(20_000))).toBe('x'.repeat(20_000));
    expect(await givenRaw('POST /notes HTTP/1.1', chunked(20_001))).toEqual([413, 'The body is larger than 20000 bytes']);
  });

  it('that are told are not waited for, and what comes nevertheless does not disturb the next request', async () => {
    const large = 'x'.repeat(1_000_000);
    const next = 'GET /books HTTP/1.1\r\nhost: x\r\n\r\n';
    const head = 'POST /notes HTTP/1.1\r\nhost: x\r\nauthorization: Bearer good-7\r\ncontent-type: text/plain\r\n';
    const told = await raw(api.url, `${head}content-length: ${large.length}\r\n\r\n${large}${next}`, 2);
    const inPieces = await raw(api.url, `${head}transfer-encoding: chunked\r\n\r\nf4240\r\n${large}\r\n0\r\n\r\n${next}`, 2);
    expect([...told, ...inPieces].map(({ status }) => status)).toEqual([413, 200, 413, 200]);
    expect((await raw(api.url, `${head}content-length: 99999999\r\n\r\n`)).map(({ status }) => status)).toEqual([413]);
  });
});

it('a client that goes away in the middle of a body leaves nothing behind', async () => {
  const head = 'POST /notes HTTP/1.1\r\nhost: x\r\nauthorization: Bearer good-7\r\ncontent-type: text/plain\r\ncontent-length: 100\r\n\r\n';
  body = untouched;
  for (const sent of [head, `${head}half`]) {
    const request = once(api.app.getHttpServer(), 'request') as Promise<[IncomingMessage]>;
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1', () => socket.write(sent));
    const [incoming] = await request;
    socket.destroy();
    await new Promise((resolve) => incoming.on('close', resolve));
  }
  expect(body).toBe(untouched);
  expect(await given('POST /notes', { body: 'whole', headers: { 'content-type': 'text/plain' } })).toBe('whole');
});

describe('bodies that need not be there', () => {
  it.each<[head: string]>([
    ['content-type: application/x-www-form-urlencoded\r\ncontent-length: 0'], ['content-type: application/json\r\ncontent-length: 0'], ['content-length: 0'],
    ['x: y'], ['content-type: nonsense'], ['content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n0'],
  ])('are not there with %s', async (head) => {
    expect(await givenRaw('POST /loans HTTP/1.1', `${head}\r\n\r\n`)).toBeUndefined();
  });

  it.each(['content-type: nonsense\r\ncontent-length: 3\r\n\r\nabc', 'content-type: application/json\r\ncontent-length: 1\r\n\r\n{',
    'content-type: application/json\r\ncontent-encoding: br\r\ncontent-length: 1\r\n\r\n{', 'transfer-encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n'])(
    'are ignored where the document speaks of none: %j', async (rest) => {
      expect(await givenRaw('POST /bell HTTP/1.1', rest)).toBeUndefined();
    });

  it('are not closed: unevaluatedProperties refuses what is too much', async () => {
    const loan = { book: 'b', days: 3 };
    expect(await given('POST /loans', json(loan))).toEqual(loan);
    expect(await given('POST /loans', json({ ...loan, more: 1 }))).toEqual([400, 'the body must NOT have unevaluated properties']);
  });
});

describe('text and bytes', () => {
  const put = (text: string | Buffer, type: string) => given('PUT /scans', { body: text, headers: { 'content-type': type } });

  it('text is text', async () => {
    expect(await put('nöte', 'text/plain')).toBe('nöte');
    expect(await put('a longer note', 'text/plain')).toEqual([400, 'A note is short']);
    expect(await put(Buffer.from([0xff]), 'text/plain')).toEqual([400, 'The body is not valid UTF-8']);
    expect(await put('a\0', 'text/plain')).toEqual([400, 'body holds text that cannot be kept: a NUL or half a surrogate pair']);
  });

  it('bytes are bytes', async () => {
    expect(await put(Buffer.from([0, 0xff, 1]), 'application/octet-stream')).toEqual(Buffer.from([0, 0xff, 1]));
  });

  it('anything is text where any type is', async () => {
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'image/png', 'nonsense']) {
      expect(await given('POST /notes', { body: 'bare {', headers: { 'content-type': type } })).toBe('bare {');
    }
    expect(await givenRaw('POST /notes HTTP/1.1', 'content-length: 4\r\n\r\nbare')).toBe('bare');
    expect(await givenRaw('POST /notes HTTP/1.1', 'content-length: 0\r\n\r\n')).toBe('');
  });
});
