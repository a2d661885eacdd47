import { afterEach, describe, expect, it, vi } from 'vitest';
import { send } from '../../support/http.js';
import { describeOnStage } from '../../support/operation.js';
import { type Person, SoundboardStage, warnings } from '../../support/soundboard.js';

describeOnStage('membership of guilds', SoundboardStage, (stage) => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    stage.discord.misbehaviour = undefined;
  });

  const status = async (as: Person, guild = as.guild, url = stage.url) => (await send(url, { method: 'GET', path: `/api/logs/${guild}`, as })).status;
  const asked = () => stage.discord.requests.filter(({ asked: path }) => path.startsWith('/guilds/')).length;

  describe('with a bot', () => {
    it('is asked of Discord once a minute, whatever the answer', async () => {
      vi.useFakeTimers({ toFake: ['Date'] });
      const [aino, eero] = [await stage.person(), await stage.person()];
      const before = asked();
      for (let turn = 0; turn < 3; turn += 1) expect([await status(aino), await status(aino, eero.guild)]).toEqual([200, 403]);
      expect(asked() - before).toBe(2);
      expect(stage.discord.requests.at(-1)!.headers.authorization).toBe('Bot bot');
      stage.discord.guilds.set(aino.userId, [eero.guild]);
      vi.setSystemTime(Date.now() + 59_000);
      expect([await status(aino), await status(aino, eero.guild)]).toEqual([200, 403]);
      vi.setSystemTime(Date.now() + 2000);
      expect([await status(aino), await status(aino, eero.guild)]).toEqual([403, 200]);
    });

    it('is asked once for all who wait', async () => {
      const aino = await stage.person();
      const before = asked();
      expect(new Set(await Promise.all(Array.from({ length: 20 }, () => status(aino))))).toEqual(new Set([200]));
      expect(asked() - before).toBe(1);
    });

    it('is never asked for what is no id', async () => {
      const aino = await stage.person();
      const before = asked();
      for (const guild of ['abc', '..%2f..%2fusers', '1%3fx', '0', '-1', '1'.repeat(30)]) expect(await status(aino, guild), guild).toBe(403);
      expect(asked()).toBe(before);
    });

    it('is 502 while Discord is slow, within 5 seconds, for those alone who ask it', async () => {
      const [aino, eero] = [await stage.person(), await stage.person()];
      expect(await status(eero)).toBe(200);
      const deadlines = vi.spyOn(AbortSignal, 'timeout');
      const { timeout } = AbortSignal;
      deadlines.mockImplementation((ms) => (deadlines.mockRestore(), void expect(ms).toBeLessThan(5000), timeout.call(AbortSignal, 20)));
      warnings();
      stage.discord.misbehaviour = () => undefined;
      expect([await status(aino), await status(eero)]).toEqual([502, 200]);
      stage.discord.misbehaviour = undefined;
      expect(await status(aino)).toBe(200);
    });
  });

  describe('without a bot', () => {
    it('is what Discord said at the last sign-in', async () => {
      const [one, other] = [stage.discordUser(), stage.discordUser()];
      const { url } = await stage.start({ DISCORD_BOT_TOKEN: '', DISCORD_GUILDS: `${one.guild},${other.guild}` });
      const aino = await stage.signIn(one, url);
      const before = stage.discord.requests.length;
      expect([await status(aino, one.guild, url), await status(aino, other.guild, url), await status(aino, 'abc', url)]).toEqual([200, 403, 403]);
      expect((await send(url, { method: 'POST', path: `/api/logs/${one.guild}`, as: aino, json: { source: 'http', sound: 'x' } })).body).toMatchObject({ user_tag: one.tag });
      expect(stage.discord.requests).toHaveLength(before);
      const [access] = [...stage.discord.users].find(([, { id }]) => id === one.userId)!;
      stage.discord.guilds.set(one.userId, [other.guild]);
      stage.discord.codes.set('again', access);
      await stage.signIn({ ...one, code: 'again' }, url);
      expect([await status(aino, one.guild, url), await status(aino, other.guild, url)]).toEqual([403, 200]);
    });
  });
});
