import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { json } from '../../support/github.js';
import { send } from '../../support/http.js';
import { describeOperation } from '../../support/operation.js';
import { PomodoroStage } from '../../support/pomodoro.js';
import { refusesAsEveryOperation } from '../../support/pomodoro-refusals.js';

const signIn = { method: 'POST', path: '/api/session' };
const failed = { error: 'authentication failed' };

describeOperation('createPomodoroSession', PomodoroStage, (stage) => {
  refusesAsEveryOperation(
    stage, 'createPomodoroSession', ({ access }) => ({ ...signIn, json: { provider: 'github', access_token: access } }),
  );
  afterEach(() => {
    stage.github.misbehaviour = undefined;
    vi.restoreAllMocks();
  });

  const userOf = (token: string) => stage.get('/api/user', { headers: { authorization: token } });
  const tokenOf = async (access: string, url = stage.url) => {
    const { body } = await stage.signIn(access, url);
    return (body as { token: string }).token;
  };

  describe('200', () => {
    it('gives a token of 32 hex digits, and nothing but it', async () => {
      const { access } = stage.githubUser();
      const { status, headers, body } = await stage.signIn(access);
      expect({ status, body }).toEqual({ status: 200, body: { token: expect.stringMatching(/^[0-9a-f]{32}$/) } });
      expect(headers).not.toHaveProperty('location');
    });

    it('asks GitHub once, with the token and nothing else of the client', async () => {
      const { access } = stage.githubUser();
      stage.github.requests.length = 0;
      await send(stage.url, {
        ...signIn, json: { provider: 'github', access_token: access }, headers: { cookie: 'a=b', 'user-agent': 'curl' },
      });
      expect(stage.github.requests).toHaveLength(1);
      const [{ path, headers }] = stage.github.requests as [(typeof stage.github.requests)[0]];
      expect([path, headers.authorization, headers['user-agent'], headers.accept]).toEqual(
        ['/user', `token ${access}`, 'guildhall', 'application/vnd.github+json'],
      );
      expect(headers).not.toHaveProperty('cookie');
    });

    it('makes one user, however many sign in at once for the first time', async () => {
      const urls = stage.dialect === 'postgresql' ? [stage.url, (await stage.start()).url] : [stage.url];
      const { access } = stage.githubUser();
      const tokens = await Promise.all(
        Array.from({ length: 12 }, (_, index) => tokenOf(access, urls[index % urls.length])),
      );
      expect(new Set(tokens).size).toBe(12);
      const users = await Promise.all(tokens.map(userOf));
      expect(new Set(users.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
      const orphans = await stage.sql(
        'select id from account where id not in (select account_id from pomodoro_profile)',
      );
      expect(orphans).toEqual([]);
    });

    it('knows the person again by the number alone', async () => {
      const first = stage.githubUser();
      const before = await userOf(await tokenOf(first.access));
      const other = stage.githubUser({
        id: first.githubId, login: 'renamed', name: 'Renamed', email: 'new@example.org',
        avatar_url: 'https://x.example',
      });
      const after = await userOf(await tokenOf(other.access));
      expect(after.body).toEqual(before.body);
      const namesake = stage.githubUser({ login: 'renamed', name: 'Renamed', email: 'new@example.org' });
      const stranger = await userOf(await tokenOf(namesake.access));
      expect((stranger.body as { id: string }).id).not.toBe((before.body as { id: string }).id);
    });

    it('keeps what GitHub says as far as it can be kept', async () => {
      const { access } = stage.githubUser({ login: 5, name: 'A\0i\ud800no', email: undefined, avatar_url: null });
      const { body } = await userOf(await tokenOf(access));
      expect(body).toMatchObject({
        name: 'Ai\ufffdno', email: null, image: 'user.png',
        authorizations: [{ provider: 'github', nickname: null, image: null }],
      });
    });

    it('never opens with GitHub\'s token, and keeps it nowhere', async () => {
      const { access } = stage.githubUser();
      await tokenOf(access);
      expect((await userOf(access)).status).toBe(401);
      const rows = await stage.sql('select * from pomodoro_profile, identity, credential');
      expect(JSON.stringify(rows)).not.toContain(access);
    });

    it.each([
      ['a form', 'application/x-www-form-urlencoded'], ['a body without a content type', undefined],
      ['parts', 'multipart/form-data; boundary=x'],
    ])('takes %s', async (_, type) => {
      const { access } = stage.githubUser();
      const form = new URLSearchParams({ provider: 'github', access_token: access }).toString();
      const part = (name: string, value: string) =>
        `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
      const body = type?.startsWith(
        'multipart',
      ) ? `${part('provider', 'github')}${part('access_token', access)}--x--\r\n` : form;
      const head = `POST /api/session HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: ${body.length}\r\n`;
      const answer = await stage.raw(`${head}${type === undefined ? '' : `content-type: ${type}\r\n`}\r\n${body}`);
      expect(answer.status).toBe(200);
    });
  });

  it.each<[string, unknown]>([
    ['no body', undefined], ['null', null], ['a number', 5], ['a list', []], ['an empty object', {}],
    ['another provider', { provider: 'twitter' }],
    ['another case', { provider: 'GitHub' }], ['a list of providers', { provider: ['github'] }],
    ['a nested provider', { session: { provider: 'github' } }],
  ])('400 for %s', async (_, body) => {
    stage.github.requests.length = 0;
    await stage.refuses({ ...signIn, json: body }, 400, { error: 'provider not supported' }, 'provider not supported');
    expect(stage.github.requests).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['none', undefined], ['null', null], ['an empty one', ''], ['a number', 5], ['a list', ['gho_1']],
    ['an unknown one', 'gho_nobody'],
    ['one that fits no header', 'gho_1\r\nx: y'], ['one beyond ASCII', 'gho_ä'], ['a huge one', 'x'.repeat(5000)],
  ])('401 for an access token that is %s', async (_, access) => {
    await stage.refuses({ ...signIn, json: { provider: 'github', access_token: access } }, 401, failed, failed.error);
  });

  it('401 for a token of another app, where the operator has one', async () => {
    const { url } = await stage.start({ GITHUB_CLIENT_ID: 'guild hall', GITHUB_CLIENT_SECRET: 'secret' });
    const [ours, theirs, anybodys] = [stage.githubUser(), stage.githubUser(), stage.githubUser()];
    stage.github.apps.set(ours.access, 'guild%20hall').set(theirs.access, 'another');
    expect((await stage.signIn(ours.access, url)).status).toBe(200);
    for (const { access } of [theirs, anybodys]) {
      await stage.refuses(
        { ...signIn, json: { provider: 'github', access_token: access } }, 401, failed, failed.error, { url },
      );
    }
    expect((await stage.signIn(theirs.access)).status).toBe(200);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['answers 500', (response) => json(response, 500, {})],
    ['answers 403 as the limit is used up', (response) => json(response, 403, { message: 'API rate limit exceeded' })],
    ['answers 429', (response) => json(response, 429, {})],
    ['answers with HTML', (response) => response.end('<html>')],
    ['answers with null', (response) => json(response, 200, null)],
    ['answers without an id', (response) => json(response, 200, { login: 'aino' })],
    ['sends the client elsewhere', (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
    ['hangs up', (response) => response.destroy()],
    [
      'stops in the middle',
      (response) => response.writeHead(200, { 'content-length': 100 }).write('{"id":', () => response.destroy()),
    ],
  ])('502 if GitHub %s, which is logged', async (_, misbehaviour) => {
    const log = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const { access } = stage.githubUser();
    stage.github.misbehaviour = misbehaviour;
    await stage.refuses(
      { ...signIn, json: { provider: 'github', access_token: access } }, 502, { status: 502, error: 'Bad Gateway' },
      'Bad Gateway',
    );
    expect(log.mock.calls.join()).toContain('GitHub does not say who signs in');
    expect(log.mock.calls.join()).not.toContain(access);
    stage.github.misbehaviour = undefined;
    expect((await stage.signIn(access)).status).toBe(200);
  });

  it('502 if GitHub does not answer in time', async () => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(
      () => AbortSignal.abort(new DOMException('The time is over', 'TimeoutError')),
    );
    const { access } = stage.githubUser();
    expect((await stage.signIn(access)).status).toBe(502);
  });

  it('502 if GitHub cannot be reached', async () => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const { url } = await stage.start({ GITHUB_API_URL: 'http://127.0.0.1:9' });
    expect((await stage.signIn('gho_1', url)).status).toBe(502);
  });
});
