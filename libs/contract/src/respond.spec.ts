import { Readable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fixture, type Handlers, logged, serve, type Served } from '../fixtures/serve.js';
import { json, raw, send } from '../fixtures/wire.js';
import { contractOf } from './index.js';

const { answer } = contractOf<Record<string, never>, Record<string, never>>(fixture('library')) as unknown as {
  answer(id: string, given: { status: number; body?: unknown; type?: string; headers?: object }): unknown;
};
const book = { id: '1', title: 'T', related: [{ id: '2', title: 'U', isbn: 'leak' }], isbn: 'leak' };
const kept = { title: 'T', id: '1', related: [{ title: 'U', id: '2' }] };
const path = '/books/0b8f6c3e-5d0a-4b56-9a40-1f6a8f2b6c11';
const reader = { authorization: 'Bearer good-7' };

let api: Served | undefined;
afterEach(async () => {
  await api?.close();
  logged.length = 0;
});

async function answering(handlers: Handlers): Promise<string> {
  api = await serve('library', { handlers });
  return api.url;
}

describe('an answer', () => {
  it('has the documented members under the documented media type', async () => {
    const url = await answering({ getBook: () => book });
    const { status, headers, body } = await send(url, `GET ${path}`);
    expect([status, headers['content-type'], body]).toEqual([200, 'application/json', kept]);
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('has the media type that the handler chose', async () => {
    const url = await answering({ getBook: () => answer('getBook', { status: 200, type: 'text/plain', body: 'T by A' }) });
    const { headers, text } = await send(url, `GET ${path}`);
    expect([headers['content-type'], text]).toEqual(['text/plain; charset=utf-8', 'T by A']);
  });

  it('has the status and the headers that the handler chose', async () => {
    const url = await answering({
      addBook: ({ body }) => ((body as { title: string }).title === 'old' ? answer('addBook', { status: 200, body: book })
        : answer('addBook', { status: 201, body: book, headers: { Location: '/books/1', 'X-Copies': 3 } })),
    });
    expect(await send(url, 'POST /books', json({ title: 'new' }, reader)))
      .toMatchObject({ status: 201, body: kept, headers: { location: '/books/1', 'x-copies': '3' } });
    const { status, headers } = await send(url, 'POST /books', json({ title: 'old' }, reader));
    expect([status, headers['location']]).toEqual([200, undefined]);
  });

  it('has no body where none is documented', async () => {
    const url = await answering({});
    const [silent] = await raw(url, 'POST /bell HTTP/1.1\r\nhost: x\r\nauthorization: Bearer good-7\r\n\r\n');
    expect(silent).toMatchObject({ status: 204, text: '' });
    expect(Object.keys(silent?.headers ?? {}).filter((name) => name.startsWith('content-'))).toEqual([]);
  });

  it('of text is text, also an empty one', async () => {
    const url = await answering({ getReader: ({ caller }) => (caller?.account === 7 ? 'ä"' : '') });
    expect(await send(url, 'GET /readers/@me', { headers: reader })).toMatchObject({ text: 'ä"', headers: { 'content-type': 'text/plain; charset=utf-8' } });
    expect(await send(url, 'GET /readers/@me', { headers: { authorization: 'Bearer good-8' } })).toMatchObject({ status: 200, text: '' });
  });

  it.each([['a buffer', () => Buffer.from([1, 0, 255])], ['a stream', () => Readable.from([Buffer.from([1]), Buffer.from([0, 255])])],
    ['a web stream\'s reader', () => Readable.fromWeb(new Blob([new Uint8Array([1, 0, 255])]).stream())]])('of bytes is %s', async (_, make) => {
    const url = await answering({ readPage: make });
    const response = await fetch(`${url}${path}/pages/1?key=good-1`);
    expect([response.headers.get('content-type'), Buffer.from(await response.arrayBuffer())]).toEqual(['image/png', Buffer.from([1, 0, 255])]);
  });
});

describe('a list that is read while it is sent', () => {
  async function* books(count: number, reached = { count: 0, isClosed: false }): AsyncGenerator<object> {
    try {
      for (; reached.count < count; reached.count++) yield { id: String(reached.count), title: 'x'.repeat(40), isbn: 'leak' };
    } finally {
      reached.isClosed = true;
    }
  }

  it('is JSON, of documented members, whatever its length', async () => {
    const url = await answering({ listBooks: ({ query }) => books(query['limit'] as number) });
    for (const limit of [1, 100]) {
      const { headers, body } = await send(url, `GET /books?limit=${limit}`);
      expect([headers['content-type'], (body as object[]).length]).toEqual(['application/json', limit]);
      expect((body as object[])[0]).toEqual({ id: '0', title: 'x'.repeat(40) });
    }
  });

  it('may be empty', async () => {
    expect((await send(await answering({ listBooks: () => books(0) }), 'GET /books')).text).toBe('[]');
  });

  it('is not read ahead of its reader, and no further once the reader is gone', async () => {
    const reached = { count: 0, isClosed: false };
    const url = await answering({ listBooks: () => books(10_000_000, reached) });
    const response = await fetch(`${url}/books`);
    const reading = response.body!.getReader();
    await reading.read();
    await vi.waitFor(() => expect(reached.count).toBeGreaterThan(1000));
    const seen = await settled(() => reached.count);
    expect(seen).toBeLessThan(200_000);
    await reading.cancel();
    await vi.waitFor(() => expect(reached.isClosed).toBe(true), 5000);
    expect(reached.count).toBeLessThan(400_000);
  });

  it('is a 500 when it fails at once, and is cut off when it fails later', async () => {
    const url = await answering({
      listBooks: async function* ({ query }) {
        for (let count = 0; count < (query['limit'] as number) * 1000; count++) yield { id: String(count), title: 'x' };
        throw new Error(`The shelf broke down at ${String(query['limit'])}`);
      },
    });
    expect(await send(url, 'GET /books?limit=1')).toMatchObject({ status: 500, body: { code: 'InternalServerError', message: 'Internal Server Error' } });
    await expect(send(url, 'GET /books?limit=100')).rejects.toThrow(/terminated|aborted|hang up|closed|reset|fetch failed/i);
    expect(logged).toEqual([expect.stringContaining('The shelf broke down at 1'), expect.stringContaining('The shelf broke down at 100')]);
    expect((await send(url, 'POST /bell', { headers: reader })).status).toBe(204);
  });
});

describe('HEAD', () => {
  it('is GET without a body', async () => {
    const url = await answering({ getBook: () => book, getReader: () => 'me' });
    const { status, headers, text } = await send(url, `HEAD ${path}`);
    expect([status, text, headers['content-type'], headers['content-length']])
      .toEqual([200, '', 'application/json', String(JSON.stringify(kept).length)]);
    expect(await send(url, 'HEAD /readers/@me')).toMatchObject({ status: 401, text: '' });
  });

  it('reads no stream', async () => {
    let isRead = false;
    const stream = new Readable({ read: () => void (isRead = true) });
    const url = await answering({
      readPage: () => stream,
      listBooks: async function* () {
        isRead = true;
        yield book;
      },
    });
    expect(await send(url, `HEAD ${path}/pages/1?key=good-1`)).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
    expect(await send(url, 'HEAD /books')).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } });
    expect([isRead, stream.destroyed]).toEqual([false, true]);
  });
});

/** A number once it has stopped changing. */
async function settled(read: () => number): Promise<number> {
  for (let last = -1; ; ) {
    const next = read();
    if (next === last) return next;
    last = next;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
