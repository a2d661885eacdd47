import { expect, it } from 'vitest';
import { send } from '../../support/http.js';
import { describeOnStage } from '../../support/operation.js';
import { notFound, PomodoroStage } from '../../support/pomodoro.js';

describeOnStage('the paths of the pomodoro API', PomodoroStage, (stage) => {
  it('stand under its own name too', async () => {
    const as = await stage.person();
    expect((await stage.get('/pomodoro/api/user', { as })).body).toEqual((await stage.get('/api/user', { as })).body);
  });

  it.each([
    ['GET', '/api/session', 'DELETE, POST'], ['DELETE', '/api/user', 'GET, HEAD, PATCH, PUT'],
    ['POST', '/api/user/', 'GET, HEAD, PATCH, PUT'],
    ['PATCH', '/api/tomatoes', 'GET, HEAD, POST'], ['POST', '/api/leaderboard/daily', 'GET, HEAD'],
    ['OPTIONS', '/api/tomatoes', 'GET, HEAD, POST'],
    ['POST', '/api/tomatoes/57f9c9187c8402dd306d1c88', 'DELETE, GET, HEAD, PATCH, PUT'],
  ])('answer %s %s with 405', async (method, path, allow) => {
    const { status, headers, body } = await send(stage.url, { method, path });
    expect({ status, body, allow: headers['allow'] }).toEqual({
      status: 405, body: { status: 405, error: 'Method Not Allowed' }, allow,
    });
  });

  it.each([
    '/api/nothing', '/api/user/1', '/api/tomatoes/57f9c9187c8402dd306d1c88/tags', '/api/users.json', '/api/.json',
    '/openapi/pomodoro.xml.json',
  ])(
    'answer %s with 404', async (path) => {
      const { status, body } = await stage.get(path, { as: await stage.person() });
      expect({ status, body }).toEqual({ status: 404, body: notFound });
    },
  );

  it.each([
    '/api/user.json', '/api/user.xml', '/api/user.json/', '/pomodoro/api/user.csv', '/api/user.json?time_zone=UTC',
  ])('take %s for /api/user', async (path) => {
    const as = await stage.person();
    expect(await stage.done({ method: 'GET', path, as })).toEqual(
      await stage.done({ method: 'GET', path: '/api/user', as }),
    );
  });

  it('take no suffix for a part of an id or a period', async () => {
    const as = await stage.person();
    const { id } = await stage.record(as);
    expect(await stage.done({ method: 'GET', path: `/api/tomatoes/${id}.json`, as })).toMatchObject({ id });
    expect((await stage.get('/api/tomatoes/abc.json', { as })).status).toBe(404);
    expect((await stage.get('/api/leaderboard/daily.json')).status).toBe(200);
    expect((await stage.get('/openapi/pomodoro.json')).status).toBe(200);
  });

  it('answer HEAD where there is GET', async () => {
    const as = await stage.person();
    const { status, headers, body } = await send(stage.url, { method: 'HEAD', path: '/api/user', as });
    expect([status, body, headers['content-type']]).toEqual([200, '', 'application/json']);
    expect((await send(stage.url, { method: 'HEAD', path: '/api/user' })).status).toBe(401);
  });

  it('let pages of other sites ask, with a zone and a token', async () => {
    const headers = {
      origin: 'https://timer.example', 'access-control-request-method': 'PUT',
      'access-control-request-headers': 'authorization,time-zone',
    };
    const preflight = await send(stage.url, { method: 'OPTIONS', path: '/api/user', headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers['access-control-allow-headers']).toMatch(/authorization.*time-zone/);
    const answer = await stage.post(
      '/api/tomatoes',
      { as: await stage.person(), json: { tomato: { tag_list: '' } }, headers: { origin: 'https://timer.example' } },
    );
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['access-control-expose-headers']).toMatch(/Location/i);
  });
});
