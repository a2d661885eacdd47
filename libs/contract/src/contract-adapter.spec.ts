import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served } from '../fixtures/serve.js';
import { raw, send } from '../fixtures/wire.js';

let api: Served;
const book = { id: '1', title: 'T' };
const path = '/books/0b8f6c3e-5d0a-4b56-9a40-1f6a8f2b6c11';

beforeAll(async () => {
  api = await serve(['library', 'limits'], {
    handlers: { getBook: () => book, listBooks: () => [book], getReader: ({ caller }) => String(caller?.account) },
  });
});
afterAll(() => api.close());

const get = async (target: string, headers = '') => (await raw(api.url, `GET ${target} HTTP/1.1\r\nhost: x\r\n${headers}\r\n`))[0]!;
const ours = { code: 'NotFound', message: 'Not on our shelves' };
const nobodys = { status: 404, error: 'Not Found' };

describe('a path', () => {
  it.each(['/books', '/books/', '/library/books', '/library/books/', '/books?limit=1', '/books/?limit=1', '/%62ooks', '/books#fragment'])(
    '%s is one of the list', async (target) => {
      expect(await get(target)).toMatchObject({ status: 200, body: [book] });
    });

  it.each(['/readers/@me', '/readers/%40me', '/readers/%40%6de/', '/library/readers/%40me?x'])('%s is the one of the reader', async (target) => {
    expect(await get(target, 'authorization: Bearer good-7\r\n')).toMatchObject({ status: 200, text: '7' });
  });

  it.each(['/books/x/y', '/books/x/pages', '/library/nothing', '/library', '/library/library/books', '/readers', '/readers/me', '/books//', '//books'])(
    '%s is none, and told as this API does', async (target) => {
      expect(await get(target)).toMatchObject({ status: 404, body: ours, headers: { 'content-type': 'application/json' } });
    });

  it.each(['/', '/nothing', '/Books', '/books%2F1', '/limitless', '/%2e%2e/books'])('%s is nobody\'s', async (target) => {
    expect(await get(target)).toMatchObject({ status: 404, body: nobodys });
  });

  it('belongs to the document that shares the longest run of segments with it', async () => {
    expect((await get('/limits/nothing')).body).toEqual(nobodys);
    expect((await get('/books/nothing/limits')).body).toEqual(ours);
  });
});

describe('another method', () => {
  it.each<[request: string, allow: string]>([
    ['PUT /books', 'GET, HEAD, POST'], ['DELETE /library/books/', 'GET, HEAD, POST'], ['PATCH /bell', 'POST'], ['GET /bell', 'POST'],
    [`POST ${path}`, 'DELETE, GET, HEAD'], ['POST /readers/%40me', 'GET, HEAD'], ['OPTIONS /books', 'GET, HEAD, POST'], ['PROPFIND /books', 'GET, HEAD, POST'],
  ])('%s', async (request, allow) => {
    const [answer] = await raw(api.url, `${request} HTTP/1.1\r\nhost: x\r\n\r\n`);
    expect(answer).toMatchObject({ status: 405, headers: { allow }, body: { code: 'MethodNotAllowed', message: 'Method Not Allowed' } });
  });

  it('HEAD, where there is no GET', async () => {
    expect(await send(api.url, 'HEAD /bell')).toMatchObject({ status: 405, headers: { allow: 'POST' }, text: '' });
  });

  it('with a body that nobody reads leaves the connection as it is', async () => {
    const answers = await raw(api.url, `PUT /books HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\nhelloGET /books HTTP/1.1\r\nhost: x\r\n\r\n`, 2);
    expect(answers.map(({ status }) => status)).toEqual([405, 200]);
  });
});

describe('a page of another origin', () => {
  const origin = 'https://example.org';
  const asks = (request: string, headers: Record<string, string>) => send(api.url, request, { headers: { origin, ...headers } });

  it('reads answers, and their headers', async () => {
    const { status, headers } = await asks('GET /books', {});
    expect([status, headers['access-control-allow-origin']]).toEqual([200, '*']);
    expect(headers['access-control-expose-headers']?.split(', ')).toEqual(expect.arrayContaining(['location', 'x-copies', 'www-authenticate']));
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
    expect((await asks('GET /nothing', {})).headers['access-control-allow-origin']).toBe('*');
    expect((await asks('GET /readers/@me', {})).headers['access-control-allow-origin']).toBe('*');
    expect((await send(api.url, 'GET /books')).headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('asks before', async () => {
    const { status, headers, text } = await asks('OPTIONS /books', { 'access-control-request-method': 'POST' });
    expect([status, text]).toEqual([204, '']);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, HEAD, POST', 'access-control-max-age': '3600',
      'access-control-allow-headers': 'authorization, accept, content-type, accept-fonts, x-desk',
    });
    expect((await asks('OPTIONS /nothing', { 'access-control-request-method': 'GET' })).status).toBe(404);
  });

  it('is told nothing where a browser would send a cookie', async () => {
    const { status, headers } = await asks(`OPTIONS ${path}`, { 'access-control-request-method': 'DELETE' });
    expect([status, headers['access-control-allow-origin']]).toEqual([405, undefined]);
    expect((await asks(`GET ${path}`, {})).headers).not.toHaveProperty('access-control-allow-origin');
  });
});
