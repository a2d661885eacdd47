import { afterEach, describe, expect, it } from 'vitest';
import { type Handlers, logged, serve, type Served } from '../fixtures/serve.js';
import { json, send } from '../fixtures/wire.js';
import { Refusal } from './index.js';

let api: Served;
afterEach(async () => {
  await api.close();
  logged.length = 0;
});

const answering = async (handlers: Handlers = {}) => (api = await serve('library', { handlers })).url;
const reader = { authorization: 'Bearer good-7' };
const problem = { accept: 'application/problem+json, application/json;q=0.5' };
const path = '/books/0b8f6c3e-5d0a-4b56-9a40-1f6a8f2b6c11';

describe('problem details, for who asks for them', () => {
  it.each<[request: string, init: RequestInit, status: number, told: object]>([
    ['POST /books', json({ title: '' }, reader), 400,
      { title: 'Bad Request', detail: 'A title has 1 to 40 characters', errors: [{ pointer: '/body/title', detail: 'A title has 1 to 40 characters' }] }],
    ['POST /books', json({ title: 'T', tags: { 'a/b': 'longer' } }, reader), 400,
      { title: 'Bad Request', detail: 'tags.a/b must NOT have more than 5 characters',
        errors: [{ pointer: '/body/tags/a~1b', detail: 'tags.a/b must NOT have more than 5 characters' }] }],
    ['POST /books', json('{', reader), 400,
      { title: 'Bad Request', detail: 'The body is not valid JSON', errors: [{ pointer: '/body', detail: 'The body is not valid JSON' }] }],
    ['GET /books?limit=x', {}, 400,
      { title: 'Bad Request', detail: 'limit must be integer', errors: [{ pointer: '/query/limit', detail: 'limit must be integer' }] }],
    ['GET /readers/@me', {}, 401, { title: 'Unauthorized', detail: 'Show your card' }],
    ['GET /books/1', {}, 404, { title: 'Not Found', detail: 'Not on our shelves' }],
    ['GET /nothing', {}, 404, { title: 'Not Found', detail: 'Not Found' }],
    ['PUT /books', {}, 405, { title: 'Method Not Allowed', detail: 'Method Not Allowed' }],
    ['POST /books', json('x'.repeat(30_000), reader), 413, { title: 'Payload Too Large', detail: 'The body is larger than 20000 bytes' }],
    ['POST /books', { body: 'x', headers: reader }, 415, { title: 'Unsupported Media Type', detail: 'Content-Type must be application/json' }],
  ])('%s %#', async (request, init, status, told) => {
    const url = await answering();
    const answer = await send(url, request, { ...init, headers: { ...init.headers, ...problem } });
    expect([answer.status, answer.headers['content-type'], answer.body]).toEqual([status, 'application/problem+json', { type: 'about:blank', status, ...told }]);
  });

  it('of a worded refusal have its words', async () => {
    const url = await answering({ addBook: () => { throw new Refusal(409, 'It is there', { body: { code: 'Conflict', message: 'It is there' } }); } });
    const [plain, asked] = [json({ title: 'T' }, reader), json({ title: 'T' }, { ...reader, ...problem })];
    expect((await send(url, 'POST /books', plain)).body).toEqual({ code: 'Conflict', message: 'It is there' });
    expect((await send(url, 'POST /books', asked)).body).toEqual({ type: 'about:blank', title: 'Conflict', status: 409, detail: 'It is there' });
  });

  it('are not for who only takes anything', async () => {
    const url = await answering();
    for (const accept of ['*/*', 'application/*', 'application/problem+json;q=0']) {
      expect((await send(url, 'GET /books?limit=x', { headers: { accept } })).headers['content-type']).toBe('application/json');
    }
  });
});

describe('406', () => {
  const ask = async (accept: string) => send(await answering({ addBook: () => undefined, getReader: () => 'me' }), 'GET /readers/@me', {
    headers: { ...reader, accept },
  });

  it.each(['image/png', 'text/html, image/*;q=0.8', 'text/plain;q=0, application/json;q=0.0, application/problem+json;q=0', '*/*;q=0'])(
    'for %s', async (accept) => {
      const { status, body } = await ask(accept);
      expect([status, body]).toEqual([406, { code: 'NotAcceptable', message: 'Not Acceptable' }]);
    });

  it.each(['*/*', 'text/*', 'text/plain', 'TEXT/PLAIN;level=1', 'application/json', 'image/png, */*;q=0.1', ' , text/plain', 'image/png, text/plain;q=0.001'])(
    'not for %s', async (accept) => {
      expect((await ask(accept)).status).toBe(200);
    });

  it('not where the document has none', async () => {
    const url = await answering({ getBook: () => ({ id: '1', title: 'T' }) });
    expect((await send(url, `GET ${path}`, { headers: { accept: 'image/png' } })).status).toBe(200);
  });
});

describe('a bug', () => {
  class DatabaseError extends Error {
    readonly statusCode = 404;
    readonly detail = 'select password from readers';
  }

  it.each<[name: string, thrown: unknown, told: string]>([
    ['an error', new Error('hunter2', { cause: new Error('the disk is full') }), 'hunter2'], ['an error with a status of its own', new DatabaseError('hunter2'), 'hunter2'],
    ['a text', 'hunter2', 'hunter2'], ['nothing', undefined, 'undefined'], ['an object', { statusCode: 200, password: 'hunter2' }, 'object'],
  ])('that throws %s is a 500 that tells nothing, and is logged whole', async (_, thrown, told) => {
    const url = await answering({ getBook: () => { throw thrown; } });
    const { status, text, headers } = await send(url, `GET ${path}?token=secret`);
    expect([status, text]).toEqual([500, '{"code":"InternalServerError","message":"Internal Server Error"}']);
    expect(JSON.stringify(headers)).not.toContain('hunter2');
    expect(logged).toEqual([expect.stringContaining(told)]);
    expect(logged[0]).toContain(`GET ${path} failed`);
    expect(logged[0]).not.toContain('token=secret');
    if (thrown instanceof Error && thrown.cause) expect(logged[0]).toContain('caused by Error: the disk is full');
  });

  it('of an answer that cannot be written is one too', async () => {
    const circle: Record<string, unknown> = { id: '1', title: 'T' };
    const url = await answering({ sortShelf: () => ({ anything: Object.assign(circle, { circle }) }) });
    expect(await send(url, 'POST /shelves', json({}))).toMatchObject({ status: 500, body: { message: 'Internal Server Error' } });
  });
});

it('a refusal for the sake of another server is told, and its cause logged', async () => {
  const url = await answering({ getBook: () => { throw new Refusal(500, 'The provider is away', { cause: new Error('connect ECONNREFUSED') }); } });
  expect((await send(url, `GET ${path}`)).body).toEqual({ code: 'InternalServerError', message: 'The provider is away' });
  expect(logged.join()).toContain('caused by Error: connect ECONNREFUSED');
});
