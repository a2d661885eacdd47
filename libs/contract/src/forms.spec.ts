import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served } from '../fixtures/serve.js';
import { send } from '../fixtures/wire.js';
import { UploadedFile } from './forms.js';

let api: Served;
let body: unknown;

beforeAll(async () => {
  const note = (input: { body: unknown }) => void (body = input.body);
  api = await serve('library', { handlers: { borrowBook: note, uploadCover: note } });
});
afterAll(() => api.close());

async function given(request: string, sent: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}): Promise<unknown> {
  body = undefined;
  const answer = await send(api.url, request, { body: sent, headers: { authorization: 'Bearer good-7', ...headers } });
  return body ?? [answer.status, (answer.body as { message: string }).message];
}

describe('a form', () => {
  const form = (text: string) => given('POST /loans', text, { 'content-type': 'application/x-www-form-urlencoded' });

  it.each<[text: string, value: unknown]>([
    ['book=b&days=3', { book: 'b', days: 3 }], ['book=a+b%26&days=-1&renew=true', { book: 'a b&', days: -1, renew: true }],
    ['book=5&days=5', { book: '5', days: 5 }], ['book=x&book=y&days=1', { book: 'y', days: 1 }],
    ['book=b&days=3&reader[name]=A&reader[pets][]=x&reader[pets][]=y', { book: 'b', days: 3, reader: { name: 'A', pets: ['x', 'y'] } }],
  ])('%s', async (text, value) => {
    expect(await form(text)).toEqual(value);
  });

  it.each<[text: string, status: number, message: string]>([
    ['book=b', 400, 'days is required'], ['book=b&days=x', 400, 'days must be integer'], ['book=b&days=', 400, 'days must be integer'],
    ['book=b&days=3&renew=yes', 400, 'renew must be boolean'], ['book[]=b&days=3', 400, 'book must be string'],
    ['book=b&days=3&more=1', 400, 'the body must NOT have unevaluated properties'],
    ['book=b&days=3&__proto__[x]=1', 400, 'the body must NOT have unevaluated properties'],
    ['book=b%00&days=3', 400, 'body/book holds text that cannot be kept: a NUL or half a surrogate pair'],
    ['a=1&'.repeat(201), 413, 'A form has at most 200 parts'],
  ])('not %.40s', async (text, status, message) => {
    expect(await form(text)).toEqual([status, message]);
  });
});

describe('a multipart form', () => {
  const multipart = (parts: Record<string, string | Blob | File>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(parts)) form.append(name, value);
    return given('POST /covers', form);
  };
  const png = new File([new Uint8Array([0x89, 0x50, 0, 0xff])], 'a/../cover.png', { type: 'image/png' });

  it('has files and fields', async () => {
    const { cover, ...rest } = (await multipart({ cover: png, caption: 'Ä', year: '1999', other: 'x' })) as { cover: unknown };
    expect(rest).toEqual({ caption: 'Ä', year: 1999 });
    expect(cover).toEqual(new UploadedFile(expect.stringContaining('cover.png') as string, 'image/png', Buffer.from([0x89, 0x50, 0, 0xff])));
  });

  it('is not cut short', async () => {
    const large = new File([new Uint8Array(90_000)], 'large');
    expect(((await multipart({ cover: large, caption: 'c' })) as { cover: UploadedFile }).cover.bytes).toHaveLength(90_000);
    expect(((await multipart({ cover: png, caption: 'c'.repeat(90_000) })) as { caption: string }).caption).toHaveLength(90_000);
    expect(await multipart({ cover: png, caption: 'c'.repeat(100_000) })).toEqual([413, 'The body is larger than 100000 bytes']);
  });

  it.each<[name: string, parts: Record<string, string | Blob>, message: string]>([
    ['text for a file', { cover: 'no file', caption: 'c' }, 'cover must be a file'],
    ['a file for text', { cover: png, caption: png }, 'caption must be string'],
    ['no file', { caption: 'c' }, 'cover is required'],
    ['a wrong number', { cover: png, caption: 'c', year: 'MCM' }, 'year must be integer'],
  ])('does not have %s', async (_, parts, message) => {
    expect(await multipart(parts)).toEqual([400, message]);
  });

  it.each(['multipart/form-data', 'multipart/form-data; boundary=x'])('is no %s with something else in it', async (type) => {
    expect(await given('POST /covers', '--y\r\nnothing', { 'content-type': type })).toEqual([400, 'The body is not valid multipart/form-data']);
  });

  it('has no more parts than a form', async () => {
    expect(await multipart(Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`f${index}`, 'x']))))
      .toEqual([413, 'A form has at most 200 parts']);
  });
});
