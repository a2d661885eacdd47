import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Input, serve, type Served } from '../fixtures/serve.js';
import { raw, send } from '../fixtures/wire.js';

let api: Served;
let seen: Input | undefined;

beforeAll(async () => {
  const note = (input: Input) => void (seen = input);
  api = await serve('library', {
    handlers: {
      listBooks: (input) => {
        note(input);
        return [];
      },
      readPage: (input) => {
        note(input);
        return Buffer.from('png');
      },
    },
  });
});
afterAll(() => api.close());

const defaults = { query: { limit: 20, sort: 'title' }, header: { 'X-Desk': 1 }, cookie: { theme: 'light' } };

/** What the handler of the list is given for a query and headers. */
async function given(query: string, headers: Record<string, string> = {}): Promise<unknown> {
  seen = undefined;
  const { status, body } = await send(api.url, `GET /books${query}`, { headers });
  return seen ?? [status, body];
}

const refused = (message: string) => [400, { code: 'BadRequest', message }];

it('what is not sent has its default', async () => {
  expect(await given('')).toEqual(defaults);
});

describe('in the query', () => {
  it.each<[query: string, value: Record<string, unknown>]>([
    ['?limit=7', { limit: 7 }], ['?limit=100', { limit: 100 }], ['?available=true', { available: true }], ['?available=false', { available: false }],
    ['?weight=1.5e3', { weight: 1500 }], ['?weight=-0.5', { weight: -0.5 }], ['?sort=year', { sort: 'year' }],
    ['?genre=novel', { genre: ['novel'] }], ['?genre=novel&genre=poetry', { genre: ['novel', 'poetry'] }],
    ['?shelf=1', { shelf: [1] }], ['?shelf=1,2,-3', { shelf: [1, 2, -3] }], ['?genre=%6eovel', { genre: ['novel'] }],
    ['?unknown=1&__proto__=2&constructor=3&LIMIT=4', {}], ['?&&=&', {}],
  ])('%s', async (query, value) => {
    expect(await given(query)).toEqual({ ...defaults, query: { ...defaults.query, ...value } });
  });

  it.each<[query: string, message: string]>([
    ['?limit=0', 'limit must be >= 1'], ['?limit=101', 'limit must be <= 100'], ['?limit=1.5', 'limit must be integer'],
    ['?limit=', 'limit must be integer'], ['?limit=0x1', 'limit must be integer'], ['?limit=1e1', 'limit must be integer'],
    ['?limit=%20 1', 'limit must be integer'], ['?limit=1&limit=2', 'limit must be integer'], ['?limit=99999999999999999999', 'limit must be <= 100'],
    ['?available=1', 'available must be boolean'], ['?available=TRUE', 'available must be boolean'], ['?weight=Infinity', 'weight must be number,null'],
    ['?sort=pages', 'sort must be one of title, year'], ['?sort=title&sort=year', 'sort must be string'],
    ['?genre=crime', 'genre.0 must be one of novel, poetry, science'], ['?genre=novel,poetry', 'genre.0 must be one of novel, poetry, science'],
    ['?genre=novel&genre=novel&genre=novel&genre=novel', 'genre must NOT have more than 3 items'], ['?shelf=1,x', 'shelf.1 must be integer'],
    ['?shelf=', 'shelf.0 must be integer'], ['?genre[]=novel&limit=x', 'limit must be integer'],
    ['?sort=%00', 'sort holds text that cannot be kept'], ['?genre=novel&genre=a%00', 'genre holds text that cannot be kept'],
  ])('not %s', async (query, message) => {
    expect(await given(query)).toEqual(refused(message));
  });
});

it('in a header, as numbers and as lists', async () => {
  expect(await given('', { 'x-desk': '12', 'accept-fonts': 'serif,  mono' }))
    .toEqual({ ...defaults, header: { 'X-Desk': 12, 'Accept-Fonts': ['serif', 'mono'] } });
  expect(await given('', { 'x-desk': 'twelve' })).toEqual(refused('X-Desk must be integer'));
  expect(await given('', { 'accept-fonts': 'serif,x' })).toEqual(refused('Accept-Fonts.1 must NOT have fewer than 2 characters'));
});

it('in a cookie', async () => {
  expect(await given('', { cookie: 'session=x; theme=dark; theme=light' })).toEqual({ ...defaults, cookie: { theme: 'dark' } });
  expect(await given('', { cookie: 'theme="dark"' })).toEqual({ ...defaults, cookie: { theme: 'dark' } });
  expect(await given('', { cookie: 'theme=blue' })).toEqual(refused('theme must be one of light, dark'));
});

describe('in the path', () => {
  const page = async (path: string) => {
    seen = undefined;
    const [answer] = await raw(api.url, `GET ${path}?key=good-1 HTTP/1.1\r\nhost: x\r\n\r\n`);
    return (seen as Input | undefined)?.path ?? [answer?.status, answer?.body];
  };
  const lost = [404, { code: 'NotFound', message: 'Not on our shelves' }];

  it.each<[path: string, value: Record<string, unknown>]>([
    ['/books/a/pages/3', { bookId: 'a', pageNumber: 3 }], ['/books/%C3%A4%20%2F%25/pages/3', { bookId: 'ä /%', pageNumber: 3 }],
    ['/library/books/__proto__/pages/3/', { bookId: '__proto__', pageNumber: 3 }],
    [`/books/${'a'.repeat(9000)}/pages/3`, { bookId: 'a'.repeat(9000), pageNumber: 3 }],
  ])('%.40s', async (path, value) => {
    expect(await page(path)).toEqual(value);
  });

  it.each(['/books/a/pages/0', '/books/a/pages/x', '/books/a/pages/1.5', '/books/a/pages/', '/books//pages/1', '/books/a%00/pages/1',
    '/books/%zz/pages/1', '/books/%ff/pages/1', '/books/%/pages/1', '/books/%ED%A0%80/pages/1'])('%s does not exist', async (path) => {
    expect(await page(path)).toEqual(lost);
  });

  it('a value outside its format does not exist, and is none of the handler\'s business', async () => {
    for (const id of ['1', '0b8f6c3e-5d0a-4b56-9a40', '@me']) {
      expect(await send(api.url, `GET /books/${id}`)).toMatchObject({ status: 404, body: lost[1] });
    }
  });
});
