import { expect, it } from 'vitest';
import { describeOperation } from '../../support/operation.js';
import { SoundboardStage } from '../../support/soundboard.js';
import { endsToSignIn } from '../../support/soundboard-sign-ins.js';

describeOperation('finishWebSignIn', SoundboardStage, (stage) => {
  endsToSignIn(stage, 'login');

  const age = 'Max-Age=34560000';
  const signIn = async (url = stage.url) => {
    const { code, userId } = stage.discordUser();
    const { path, cookie } = await stage.begin('login', code, url);
    return { userId, ...(await stage.visit(path, { cookie, url })) };
  };

  it('307 sets the cookies, leads on to the start page, and forgets the way there', async () => {
    const { userId, status, location, cookies, body } = await signIn();
    expect([status, location, body]).toEqual([307, '/', '']);
    expect(cookies).toEqual([
      expect.stringMatching(new RegExp(`^token=[\\w.-]{64}; ${age}; Path=/; HttpOnly; SameSite=Lax$`)),
      `userid=${userId}; ${age}; Path=/; HttpOnly; SameSite=Lax`,
      'soundboard_state=; Max-Age=0; Path=/login/authorize; HttpOnly; SameSite=Lax',
    ]);
    const cookie = cookies.slice(0, 2).map((text) => text.split(';', 1)[0]).join('; ');
    expect((await stage.get('/api/localsounds', { headers: { cookie } })).status).toBe(200);
  });

  it('307 sets secure cookies behind https', async () => {
    const { url } = await stage.start({ PUBLIC_URL: 'https://guildhall.example' });
    const { status, cookies } = await signIn(url);
    expect(status).toBe(307);
    expect(cookies.every((text) => text.endsWith('; HttpOnly; SameSite=Lax; Secure'))).toBe(true);
  });

  it('307 leaves earlier tokens of the person as they are', async () => {
    const person = await stage.person();
    stage.discord.codes.set('web', [...stage.discord.users].find(([, { id }]) => id === person.userId)![0]);
    const { path, cookie } = await stage.begin('login', 'web');
    expect((await stage.visit(path, { cookie })).status).toBe(307);
    expect((await stage.get('/api/localsounds', { as: person })).status).toBe(200);
  });
});
