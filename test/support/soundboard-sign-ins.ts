import { afterEach, describe, expect, it, vi } from 'vitest';
import { send } from './http.js';
import { DiscordStandIn } from './discord.js';
import { challenge, publicUrl, type SoundboardStage, warnings } from './soundboard.js';

const settings = 'the sign-in needs these settings:';

/** Both ways to begin: for a token and for cookies. */
export function beginsToSignIn(stage: SoundboardStage, path: '/token' | '/login'): void {
  afterEach(() => void vi.restoreAllMocks());

  it('307 leads on to Discord, and binds the sign-in to the browser', async () => {
    const { status, location, cookies, body } = await stage.visit(path);
    const { origin, pathname, searchParams } = new URL(location);
    const state = searchParams.get('state')!;
    expect([status, origin, pathname, body]).toEqual([307, stage.discord.url, '/api/oauth2/authorize', '']);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: 'client', redirect_uri: `${publicUrl}${path}/authorize`, response_type: 'code', scope: 'identify guilds', state,
    });
    expect(state).toMatch(/^[\w-]{22}$/);
    expect(cookies).toEqual([`soundboard_state=${state}; Max-Age=600; Path=${path}/authorize; HttpOnly; SameSite=Lax`]);
  });

  it('307 has another state every time, and neither limits nor heeds who asks', async () => {
    const answers = [await stage.visit(path), await stage.visit(path, { headers: { authorization: 'Basic !!!', accept: 'image/png' } })];
    expect(answers.map(({ status }) => status)).toEqual([307, 307]);
    expect(new Set(answers.map(({ location }) => location)).size).toBe(2);
    expect((await fetch(stage.url + path, { redirect: 'manual' })).headers.has('x-ratelimit-limit')).toBe(false);
  });

  it('307 is a secure cookie behind https, as settings or a trusted proxy say', async () => {
    const { url: https } = await stage.start({ PUBLIC_URL: 'https://guildhall.example/base' });
    const { location, cookies } = await stage.visit(`/soundboard${path}`, { url: https });
    expect(new URL(location).searchParams.get('redirect_uri')).toBe(`https://guildhall.example/base${path}/authorize`);
    expect(cookies).toEqual([expect.stringMatching(new RegExp(`; Path=/base${path}/authorize; HttpOnly; SameSite=Lax; Secure$`))]);
    const headers = { 'x-forwarded-proto': 'https' };
    const { url: trusting } = await stage.start({ TRUST_PROXY: 'loopback' });
    expect((await stage.visit(path, { url: trusting, headers })).cookies).toEqual([expect.stringMatching(/; Secure$/)]);
    expect((await stage.visit(path, { headers })).cookies).toEqual([expect.not.stringMatching(/Secure/)]);
  });

  it.each([
    [{ DISCORD_CLIENT_ID: '', DISCORD_CLIENT_SECRET: '' }, 'DISCORD_CLIENT_ID, DISCORD_CLIENT_SECRET'],
    [{ DISCORD_BOT_TOKEN: '' }, 'DISCORD_BOT_TOKEN or DISCORD_GUILDS'],
    [{ DISCORD_CLIENT_ID: '', DISCORD_CLIENT_SECRET: '', DISCORD_BOT_TOKEN: '' }, 'DISCORD_CLIENT_ID, DISCORD_CLIENT_SECRET, DISCORD_BOT_TOKEN or DISCORD_GUILDS'],
  ])('503 with %j says what is missing', async (env, missing) => {
    warnings();
    const { url } = await stage.start(env);
    await stage.refuses({ method: 'GET', path }, 503, `${settings} ${missing}`, { headers: {}, url });
    await stage.refuses({ method: 'GET', path: `${path}/authorize?code=a&state=b` }, 503, `${settings} ${missing}`, { headers: {}, url });
  });

  it('500 for a fault, which is logged and not told', async () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    vi.spyOn(URLSearchParams.prototype, 'toString').mockImplementation(() => {
      throw new Error('planted');
    });
    await stage.refuses({ method: 'GET', path }, 500, 'Internal Server Error', { headers: {} });
    expect(log.mock.calls.join()).toContain('planted');
  });
}

/** Both ways to end: with a token and with cookies. */
export function endsToSignIn(stage: SoundboardStage, kind: 'token' | 'login'): void {
  const headers = { 'www-authenticate': challenge };
  afterEach(() => {
    vi.restoreAllMocks();
    stage.discord.misbehaviour = undefined;
    stage.discord.botGuilds = undefined;
  });

  /** Comes back from Discord as a new user; `path` and `cookie` are those of a usual client. */
  const comeBack = async (code = stage.discordUser().code) => {
    const { path, cookie } = await stage.begin(kind, code);
    return { method: 'GET', path, headers: { cookie } };
  };

  describe('401', () => {
    it('for a code that Discord does not know, or knows no more', async () => {
      await stage.refuses(await comeBack('stale'), 401, 'unauthorized', { headers });
      const request = await comeBack();
      expect((await stage.visit(request.path, request.headers)).status).toBeLessThan(400);
      await stage.refuses(request, 401, 'unauthorized', { headers });
    });

    it('for a person who did not consent', async () => {
      const { path, ...rest } = await comeBack();
      const declined = path.replace(/code=[^&]*/, 'error=access_denied&error_description=no');
      await stage.refuses({ ...rest, path: declined }, 401, 'unauthorized', { headers });
      await stage.refuses({ ...rest, path: path.replace(/code=[^&]*/, 'code=') }, 401, 'unauthorized', { headers });
    });

    it('for a sign-in that another browser began, or nobody, and nothing is asked of Discord', async () => {
      const [one, other] = [await comeBack(), await comeBack()];
      const asked = stage.discord.requests.length;
      for (const cookie of ['', other.headers.cookie, 'soundboard_state=', 'soundboard_state=undefined']) {
        await stage.refuses({ ...one, headers: { cookie } }, 401, 'unauthorized', { headers });
      }
      for (const state of ['', '&state=', '&state=undefined', `&state=${'x'.repeat(22)}`]) {
        await stage.refuses({ ...one, path: one.path.replace(/&state=.*/, state) }, 401, 'unauthorized', { headers });
      }
      await stage.refuses({ method: 'GET', path: `/${kind}/authorize?code=a&state=` , headers: { cookie: 'soundboard_state=' } }, 401, 'unauthorized', { headers });
      expect(stage.discord.requests).toHaveLength(asked);
    });

    it('for a code that was given to nobody any more', async () => {
      const { code, userId } = stage.discordUser();
      for (const [access, user] of stage.discord.users) if (user.id === userId) stage.discord.users.delete(access);
      await stage.refuses(await comeBack(code), 401, 'unauthorized', { headers });
    });

    it('asks no browser for a name and a password', async () => {
      const answer = await send(stage.url, { ...await comeBack('stale'), headers: { 'sec-fetch-site': 'cross-site' } });
      expect(answer.headers['www-authenticate']).toBe('ApiKey realm="guildhall", in="cookie", name="token"');
    });
  });

  it('403 for who is in no guild of the bot\'s, and lets them in once the bot has joined one', async () => {
    const message = 'you must be a member of a guild the bot is also member of';
    const { code, guild, userId } = stage.discordUser();
    stage.discord.botGuilds = Array.from({ length: 450 }, (_, index) => String(1_000_000 + index));
    stage.discord.codes.set('again', stage.discord.codes.get(code)!);
    expect(await send(stage.url, await comeBack(code))).toMatchObject({ status: 403, body: { error: { code: 403, message } } });
    stage.discord.codes.set(code, stage.discord.codes.get('again')!);
    const problem = await comeBack(code);
    await expect(send(stage.url, { ...problem, headers: { ...problem.headers, accept: 'application/problem+json' } }))
      .resolves.toMatchObject({ status: 403, body: { detail: message } });
    expect(await stage.sql('select 1 from soundboard_profile where user_id = ?', userId)).toEqual([]);
    stage.discord.botGuilds = [...stage.discord.botGuilds, guild];
    const { path, headers: sent } = await comeBack('again');
    expect((await stage.visit(path, sent)).status).toBeLessThan(400);
  });

  it('403 for who is in no guild that the settings name, where there is no bot', async () => {
    const [member, stranger] = [stage.discordUser(), stage.discordUser()];
    const { url } = await stage.start({ DISCORD_BOT_TOKEN: '', DISCORD_GUILDS: `12345, ${member.guild}` });
    await stage.signIn(member, url);
    const { path, cookie } = await stage.begin(kind, stranger.code, url);
    expect(await stage.visit(path, { cookie, url })).toMatchObject({ status: 403, cookies: [] });
  });

  describe('502', () => {
    it.each(['/oauth2/token', '/users/@me', '/users/@me/guilds'])('while Discord does not answer %s as it should', async (asked) => {
      const log = warnings();
      const request = await comeBack();
      const code = /code=([^&]*)/.exec(request.path)![1]!;
      const access = stage.discord.codes.get(code)!;
      for (const [status, body] of [[500, ''], [503, '{}'], [200, '<html>'], [200, ''], [302, '']] as const) {
        stage.discord.misbehaviour = (response, { asked: now }) => now === asked && response.writeHead(status, { location: '/elsewhere' }).end(body);
        stage.discord.codes.set(code, access);
        expect(await send(stage.url, request)).toMatchObject({ status: 502, body: { error: { code: 502, message: 'Discord cannot be reached' } } });
      }
      stage.discord.misbehaviour = (response, { asked: now }) => now === asked && response.destroy();
      stage.discord.codes.set(code, access);
      const accept = { ...request.headers, accept: 'application/problem+json' };
      expect(await send(stage.url, { ...request, headers: accept })).toMatchObject({ status: 502, body: { detail: 'Discord cannot be reached' } });
      expect(log.mock.calls.join()).toContain('Discord cannot be asked');
      expect(log.mock.calls.join()).not.toContain(access);
    });

    it('while Discord is slow, within 5 seconds in all', async () => {
      warnings();
      const deadlines = vi.spyOn(AbortSignal, 'timeout');
      const { timeout } = AbortSignal;
      deadlines.mockImplementation((ms) => (deadlines.mockRestore(), void expect(ms).toBeLessThan(5000), timeout.call(AbortSignal, 20)));
      stage.discord.misbehaviour = (response, { asked }) => asked === '/users/@me' && response.writeHead(200).write('{"id":');
      const request = await comeBack();
      expect(await send(stage.url, request)).toMatchObject({ status: 502 });
    });

    it('while Discord is slow with one thing after the other, within the same 5 seconds', async () => {
      warnings();
      const { url } = await stage.start();
      const { path, cookie } = await stage.begin(kind, stage.discordUser().code, url);
      const end = new AbortController();
      const deadlines = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(end.signal);
      stage.discord.misbehaviour = (_, { headers: { authorization } }) => (authorization === 'Bot bot' ? end.abort() : false);
      expect(await stage.visit(path, { cookie, url })).toMatchObject({ status: 502, cookies: [] });
      expect(deadlines).toHaveBeenCalledOnce();
    });

    it('where nothing answers at all', async () => {
      warnings();
      const nobody = new DiscordStandIn();
      await nobody.open();
      const { url } = await stage.start({ DISCORD_URL: nobody.url });
      nobody.close();
      const { path, cookie } = await stage.begin(kind, 'code', url);
      expect(await stage.visit(path, { cookie, url })).toMatchObject({ status: 502, cookies: [] });
    });
  });

  it('503 while Discord asks to be left alone', async () => {
    warnings();
    stage.discord.misbehaviour = (response, { asked }) => asked === '/oauth2/token' && response.writeHead(429, { 'retry-after': '0.4' }).end('{}');
    await stage.refuses(await comeBack(), 503, 'Discord asks to come back later', { headers: { 'retry-after': '1' } });
  });

  it('500 for a fault, which is logged and not told', async () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const users = [stage.discordUser(), stage.discordUser()];
    await stage.sql('alter table soundboard_profile rename to hidden_profile');
    try {
      for (const [index, { code }] of users.entries()) {
        const { headers: sent, ...request } = await comeBack(code);
        const accept = index === 0 ? {} : { accept: 'application/problem+json' };
        expect((await send(stage.url, { ...request, headers: { ...sent, ...accept } })).status).toBe(500);
      }
    } finally {
      await stage.sql('alter table hidden_profile rename to soundboard_profile');
    }
    expect(log.mock.calls.join()).toContain('soundboard_profile');
    expect(await stage.sql('select 1 from identity where provider_id in (?, ?)', ...users.map(({ userId }) => userId))).toEqual([]);
  });
}
