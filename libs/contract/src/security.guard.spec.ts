import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Input, serve, type Served } from '../fixtures/serve.js';
import { json, raw, send } from '../fixtures/wire.js';

let api: Served;
let callers: unknown[] = [];
const noted = ({ caller }: Input) => void callers.push(caller?.account);

beforeAll(async () => {
  api = await serve('library', {
    handlers: {
      removeBook: noted,
      getBook: (input) => {
        noted(input);
        return { id: '1', title: 'T' };
      },
      readPage: (input) => {
        noted(input);
        return Buffer.from('png');
      },
      getReader: ({ caller }) => String(caller?.account),
      borrowBook: noted,
    },
  });
});
afterAll(() => api.close());

const book = '/books/0b8f6c3e-5d0a-4b56-9a40-1f6a8f2b6c11';
const bearer = 'Bearer realm="guildhall"';
const showYourCard = { code: 'Unauthorized', message: 'Show your card' };

/** The status and the account that a request with these headers is let in as. */
async function admitted(request: string, headers: Record<string, string>): Promise<[number, unknown]> {
  callers = [];
  const { status } = await send(api.url, request, { headers });
  return [status, callers[0]];
}

describe('one scheme', () => {
  it('lets in who shows a good credential', async () => {
    expect(await send(api.url, 'GET /readers/@me', { headers: { authorization: 'Bearer good-7' } })).toMatchObject({ status: 200, text: '7' });
  });

  it.each([
    ['nothing', {}], ['an unknown credential', { authorization: 'Bearer bad-7' }], ['another word', { authorization: 'Basic good-7' }],
    ['the word in another case', { authorization: 'bearer good-7' }], ['two spaces', { authorization: 'Bearer  good-7' }],
    ['no word', { authorization: 'good-7' }], ['an empty credential', { authorization: 'Bearer ' }],
  ])('refuses %s, and says how to sign in', async (_, headers) => {
    const answer = await send(api.url, 'GET /readers/@me', { headers: headers as Record<string, string> });
    expect(answer).toMatchObject({ status: 401, body: showYourCard, headers: { 'www-authenticate': bearer } });
  });

  it('refuses bytes that are no ASCII', async () => {
    const [answer] = await raw(api.url, Buffer.from('GET /readers/@me HTTP/1.1\r\nhost: x\r\nauthorization: Bearer \xff\xe4good-7\r\n\r\n', 'latin1'));
    expect(answer).toMatchObject({ status: 401, body: showYourCard });
  });

  it('takes a key from the query', async () => {
    expect(await admitted(`GET ${book}/pages/1?key=good-3`, {})).toEqual([200, 3]);
    expect(await admitted(`GET ${book}/pages/1?key=bad`, {})).toEqual([401, undefined]);
    const { headers } = await send(api.url, `GET ${book}/pages/1`);
    expect(headers['www-authenticate']).toBe('ApiKey realm="guildhall", in="query", name="key"');
  });
});

describe('a credential is looked at before anything else that was sent', () => {
  const refused = expect.objectContaining({ status: 401, body: showYourCard });

  it.each([
    ['broken JSON', json('{"title":')], ['a wrong shape', json({ title: 1 })], ['no body', json('')],
    ['a wrong type', { body: 'x', headers: { 'content-type': 'image/png' } }], ['no type at all', { body: 'x', headers: { 'content-type': 'nonsense' } }],
    ['a compressed body', { body: 'x', headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } }],
    ['an unacceptable answer', { body: '{}', headers: { accept: 'image/png' } }],
  ])('%s', async (_, init: RequestInit) => {
    expect(await send(api.url, 'POST /books', init)).toEqual(refused);
  });

  it('a path outside its schema', async () => {
    expect(await admitted('DELETE /books/none', {})).toEqual([401, undefined]);
  });

  it('three megabytes with a bad token, whose connection goes on', async () => {
    const large = 'x'.repeat(3 * 1024 * 1024);
    const answers = await raw(api.url, `POST /books HTTP/1.1\r\nhost: x\r\nauthorization: Bearer bad\r\ncontent-type: application/json\r\n`
      + `content-length: ${large.length}\r\n\r\n${large}GET /readers/@me HTTP/1.1\r\nhost: x\r\nauthorization: Bearer good-7\r\n\r\n`, 2);
    expect(answers).toEqual([refused, expect.objectContaining({ status: 200, text: '7' })]);
  });

  it('a body that never comes', async () => {
    expect(await raw(api.url, 'POST /books HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n'))
      .toEqual([refused]);
  });
});

describe('alternatives: both of two schemes, or a third', () => {
  const staff = { good: { authorization: 'Basic good-1' }, bad: { authorization: 'Basic bad' }, none: {} };
  const kiosk = { good: { 'x-kiosk-key': 'good-2' }, bad: { 'x-kiosk-key': 'bad' }, none: {} };
  const session = { good: { cookie: 'a=b; session=good-3' }, bad: { cookie: 'session=bad' }, none: {} };
  const states = ['good', 'bad', 'none'] as const;
  const cases = states.flatMap((one) => states.flatMap((other) => states.map((third) => ({ one, other, third }))));

  it.each(cases)('basic $one, key $other, cookie $third', async ({ one, other, third }) => {
    const account = one === 'good' && other === 'good' ? 1 : third === 'good' ? 3 : undefined;
    expect(await admitted(`DELETE ${book}`, { ...staff[one], ...kiosk[other], ...session[third] } as Record<string, string>))
      .toEqual([account === undefined ? 401 : 204, account]);
  });

  it('tells of all of them', async () => {
    const { headers } = await send(api.url, `DELETE ${book}`);
    expect(headers['www-authenticate']).toBe('Basic realm="guildhall", charset="UTF-8", '
      + 'ApiKey realm="guildhall", in="header", name="X-Kiosk-Key", ApiKey realm="guildhall", in="cookie", name="session"');
  });
});

describe('an optional scheme', () => {
  it.each([
    ['a good credential', { authorization: 'Bearer good-7' }, [200, 7]], ['none', {}, [200, undefined]],
    ['a bad one', { authorization: 'Bearer bad' }, [401, undefined]], ['one of another kind', { authorization: 'Basic good-1' }, [200, undefined]],
  ])('with %s', async (_, headers, expected) => {
    expect(await admitted(`GET ${book}`, headers as Record<string, string>)).toEqual(expected);
  });
});

it('an open operation asks nobody', async () => {
  expect(await admitted('POST /shelves', { authorization: 'Bearer bad', 'content-type': 'application/json' })).toEqual([400, undefined]);
});
