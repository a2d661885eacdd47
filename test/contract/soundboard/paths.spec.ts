import { expect, it } from 'vitest';
import { send } from '../../support/http.js';
import { describeOnStage } from '../../support/operation.js';
import { fullLimit, SoundboardStage } from '../../support/soundboard.js';

describeOnStage('paths of the soundboard', SoundboardStage, (stage) => {
  it.each(['', '/soundboard'])('are served under "%s", with and without a slash at the end', async (mount) => {
    const as = await stage.person();
    for (const path of ['/api/localsounds', '/api/localsounds/', `/api/logs/${as.guild}/`, `/api/stats/${as.guild}`]) {
      expect((await stage.get(mount + path, { as })).status, path).toBe(200);
    }
    expect((await stage.visit(`${mount}/token/`)).status).toBe(307);
  });

  it.each([
    ['POST', '/token', 'GET, HEAD'], ['DELETE', '/login/authorize', 'GET, HEAD'], ['PUT', '/api/localsounds', 'GET, HEAD'], ['POST', '/api/localsounds/x.mp3', 'DELETE, GET, HEAD, PUT'],
    ['DELETE', '/api/logs/1', 'GET, HEAD, POST'], ['POST', '/api/stats/1', 'GET, HEAD'], ['OPTIONS', '/api/localsounds', 'GET, HEAD'],
  ])('405 for %s %s', async (method, path, allow) => {
    expect(await send(stage.url, { method, path })).toMatchObject({ status: 405, headers: { allow }, body: { error: { code: 405, message: 'Method Not Allowed' } } });
  });

  it.each(['/api/logs', '/api/logs/', '/api/stats/', '/api/localsounds/a/b', '/token/other', '/login/authorize/x', '/soundboard/none'])('404 for %s', async (path) => {
    expect(await stage.get(path)).toMatchObject({ status: 404, body: { error: { code: 404, message: 'Not Found' } } });
  });

  it('HEAD tells what GET would', async () => {
    const as = await stage.person();
    const { headers } = await stage.get('/api/localsounds', { as });
    expect(await send(stage.url, { method: 'HEAD', path: '/api/localsounds', as })).toEqual({ status: 200, headers, body: '' });
    expect(headers).toMatchObject(fullLimit);
  });

  it('tell pages of other origins nothing', async () => {
    const as = await stage.person();
    const headers = { origin: 'https://elsewhere.example' };
    for (const path of ['/api/localsounds', '/api/localsounds/x.mp3', `/api/logs/${as.guild}`, '/token/authorize', '/login/authorize']) {
      const answer = await stage.get(path, { as, headers });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control')), path).toEqual([]);
    }
    const preflight = { ...headers, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization' };
    expect(await send(stage.url, { method: 'OPTIONS', path: '/api/localsounds/x.mp3', headers: preflight })).toMatchObject({ status: 405 });
    const elsewhere = await send(stage.url, { method: 'OPTIONS', path: '/users/@me', headers: { ...preflight, 'access-control-request-method': 'GET' } });
    expect(elsewhere).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': '*' } });
  });
});
