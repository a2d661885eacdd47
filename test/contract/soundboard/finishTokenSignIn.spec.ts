import { expect, it } from 'vitest';
import { describeOperation } from '../../support/operation.js';
import { SoundboardStage } from '../../support/soundboard.js';
import { endsToSignIn } from '../../support/soundboard-sign-ins.js';

describeOperation('finishTokenSignIn', SoundboardStage, (stage) => {
  endsToSignIn(stage, 'token');

  it('200 gives a token, whose it is and when it ends, and forgets the way there', async () => {
    const { userId, code } = stage.discordUser();
    const { path, cookie } = await stage.begin('token', code);
    const sinceMs = Date.now();
    const { status, body, cookies } = await stage.visit(path, { cookie });
    expect([status, body]).toEqual([200, { token: expect.stringMatching(/^[\w.-]{64}$/), user_id: userId, expires: expect.any(String) }]);
    expect(cookies).toEqual(['soundboard_state=; Max-Age=0; Path=/token/authorize; HttpOnly; SameSite=Lax']);
    const expiresAtMs = Date.parse((body as { expires: string }).expires);
    const days7Ms = 7 * 86_400_000;
    expect(expiresAtMs >= sinceMs + days7Ms && expiresAtMs <= Date.now() + days7Ms).toBe(true);
  });

  it('200 asks Discord with the code and the settings, and keeps nothing that Discord gave', async () => {
    const { code, userId, tag } = stage.discordUser({ username: 'zekro', discriminator: '9131' });
    const before = stage.discord.requests.length;
    await stage.signIn({ code, userId, tag });
    const asked = stage.discord.requests.slice(before);
    expect(asked.map((request) => request.asked).filter((path) => path !== '/users/@me/guilds')).toEqual(['/oauth2/token', '/users/@me']);
    expect(Object.fromEntries(asked[0]!.form)).toEqual({
      client_id: 'client', client_secret: 'secret', code, grant_type: 'authorization_code', redirect_uri: 'http://guildhall.example/token/authorize',
    });
    const rows = await stage.sql<{ user_id: string; tag: string }>('select user_id, tag from soundboard_profile where user_id = ?', userId);
    expect(rows).toEqual([{ user_id: userId, tag: 'zekro#9131' }]);
    const secrets = await stage.sql<{ hash: string }>('select hash from credential where hash not like ?', '%access%');
    expect(secrets.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  it('200 knows a person again by the id alone, and both tokens work', async () => {
    const first = await stage.person();
    const access = [...stage.discord.users].find(([, { id }]) => id === first.userId)![0];
    stage.discord.users.set(access, { id: first.userId, username: 'renamed', discriminator: '0' });
    stage.discord.codes.set('once more', access);
    const second = await stage.signIn({ ...first, code: 'once%20more' });
    expect(second.token).not.toBe(first.token);
    for (const as of [first, second]) expect((await stage.get('/api/localsounds', { as })).status).toBe(200);
    const rows = await stage.sql('select tag from soundboard_profile where user_id = ?', first.userId);
    expect(rows).toEqual([{ tag: 'renamed' }]);
  });

  it('200 makes one person of two first sign-ins at once', async () => {
    const user = stage.discordUser();
    stage.discord.codes.set('second', stage.discord.codes.get(user.code)!);
    const { url } = await stage.start();
    const [one, other] = await Promise.all([stage.signIn(user), stage.signIn({ ...user, code: 'second' }, url)]);
    for (const as of [one, other]) expect((await stage.get('/api/localsounds', { as })).status).toBe(200);
    expect(await stage.sql('select user_id from soundboard_profile where user_id = ?', user.userId)).toHaveLength(1);
    expect(await stage.sql('select 1 from account where id not in (select account_id from identity)')).toEqual([]);
  });
});
