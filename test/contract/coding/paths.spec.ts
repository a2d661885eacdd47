import { beforeAll, describe, expect, it } from 'vitest';
import { answered, CodingStage, type Person } from '../../support/coding.js';
import { send } from '../../support/http.js';
import { describeOnStage } from '../../support/operation.js';

const paths = [
  ['POST', '/activity/update'],
  ['POST', '/activity/flush'],
  ['GET', '/users/aino/activity/data'],
  ['GET', '/users/@me'],
  ['POST', '/users/register'],
  ['POST', '/users/login'],
  ['POST', '/users/changepassword'],
  ['POST', '/users/regenerate'],
  ['POST', '/friends/add'],
  ['GET', '/friends/list'],
  ['POST', '/friends/regenerate'],
] as const;
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const exposed = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after', 'www-authenticate'];

describeOnStage('paths', CodingStage, (stage) => {
  let aino: Person;
  beforeAll(async () => {
    aino = await stage.person();
  });

  describe.each(paths)('%s %s', (method, path) => {
    const isOpen = path === '/users/register' || path === '/users/login';
    const allowed = method === 'GET' ? 'GET, HEAD' : 'POST';

    it('is served at the root and under the API\'s name, with and without a slash at the end', async () => {
      for (const url of [path, `${path}/`, `/coding${path}`, `/coding${path}/`, `${path}?x=1`, `${path}/?x=1`]) {
        const { status } = await send(stage.url, { method, path: url, headers: { accept: 'text/html' }, as: aino });
        expect([url, status]).toEqual([url, 406]);
      }
    });

    it('405 for another method, with those that there are', async () => {
      for (const other of methods.filter((name) => !allowed.includes(name))) {
        const refusal = answered(405, { error: 'Method Not Allowed' }, { allow: allowed });
        const answer = await send(stage.url, { method: other, path });
        expect(answer).toEqual(other === 'HEAD' ? { ...refusal, body: '' } : refusal);
      }
    });

    it('lets any page ask, with a token that it has to know itself', async () => {
      const headers = { origin: 'https://example.org' };
      const asked = { 'access-control-request-method': method, 'access-control-request-headers': 'authorization' };
      const preflight = await send(stage.url, { method: 'OPTIONS', path, headers: { ...headers, ...asked } });
      expect(preflight).toMatchObject({ status: 204, body: '' });
      expect(preflight.headers).toEqual({
        'access-control-allow-origin': '*',
        'access-control-expose-headers': expect.stringContaining('ratelimit-remaining') as string,
        'access-control-allow-methods': allowed,
        'access-control-allow-headers': 'authorization, accept, content-type',
        'access-control-max-age': '3600',
      });
      const refusal = await send(stage.url, { method, path, headers });
      expect(refusal).toMatchObject({ status: isOpen ? 400 : 401, headers: { 'access-control-allow-origin': '*' } });
      expect(refusal.headers['access-control-expose-headers']?.split(', ')).toEqual(expect.arrayContaining(exposed));
      expect(refusal.headers).not.toHaveProperty('access-control-allow-credentials');
    });
  });

  it.each([
    '/users', '/users/', '/users/aino', '/users/aino/activity', '/users/@me/activity/data/x', '/users/@ME', '/friends',
    '/activity/update/now', '/coding', '/coding/coding/users/@me', '/users//@me', '/users/@me%2Factivity/data',
  ])('404 for %s, which is near to one', async (path) => {
    const { status, headers, body } = await stage.get(path, { as: aino });
    expect([status, headers['content-type'], body]).toEqual([404, 'application/json', { error: 'Not Found' }]);
  });

  it.each(['/nothing', '/Users/@me', '/favicon.ico', '/.env', '/openapi', '/codings/users/@me'])(
    '404 for %s, which is no API\'s', async (path) => {
      expect(await stage.get(path)).toEqual(answered(404, { status: 404, error: 'Not Found' }, {}));
    },
  );

  it.each(['/users/%zz/activity/data', '/users/%ff/activity/data', '/users/%/activity/data'])(
    'refuses %s, which cannot be decoded, as the API does', async (path) => {
      const { status, headers, body } = await stage.raw(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      expect([400, 404]).toContain(status);
      expect(headers['content-type']).toBe('application/json');
      expect(Object.keys(body as object)).toEqual(['error']);
    },
  );

  it('404 and 405 are told as problems where these are asked for', async () => {
    const headers = { accept: 'application/json, application/problem+json' };
    const typed = { 'content-type': 'application/problem+json' };
    const problem = (status: number, title: string) => ({ type: 'about:blank', title, status, detail: title });
    expect(await stage.get('/coding/nothing', { headers })).toEqual(answered(404, problem(404, 'Not Found'), typed));
    expect(await stage.get('/users/login', { headers }))
      .toEqual(answered(405, problem(405, 'Method Not Allowed'), { ...typed, allow: 'POST' }));
  });

  it('HEAD answers as GET does, without a body', async () => {
    for (const as of [aino, undefined]) {
      const shown = await stage.get('/friends/list', { as });
      const head = await send(stage.url, { method: 'HEAD', path: '/friends/list', as });
      expect(head).toEqual({ ...shown, body: '' });
    }
  });
});
