import { describe, expect, it } from 'vitest';
import { send } from '../../support/http.js';
import { describeOnStage } from '../../support/operation.js';
import { SoundboardStage } from '../../support/soundboard.js';

describeOnStage('the bucket of the soundboard', SoundboardStage, (stage) => {
  describe('of a person', () => {
    it('lets exactly five of fifty through that come at once, by header and by cookies, whatever they ask for', async () => {
      const { url } = await stage.start({ RATE_LIMITS: 'on' });
      const aino = await stage.person();
      const ways = ['/api/localsounds', `/api/logs/${aino.guild}`, `/api/stats/${aino.guild}`, '/api/localsounds?limit=0', '/api/logs/1', '/api/localsounds/x.mp3'];
      const answers = await Promise.all(Array.from({ length: 50 }, (_, turn) => send(url, {
        method: 'GET', path: ways[turn % ways.length]!, ...(turn % 2 === 0 ? { as: aino } : { headers: { cookie: aino.cookie } }),
      })));
      const passed = answers.filter(({ status }) => status !== 429);
      expect(passed.map(({ headers }) => headers['x-ratelimit-remaining']).sort()).toEqual(['0', '1', '2', '3', '4']);
      expect(answers.filter(({ status }) => status === 429).every(({ headers }) => headers['x-ratelimit-remaining'] === '0')).toBe(true);
    });

    it('is shared by all of the person\'s tokens and with nobody else, and who is not known costs nothing', async () => {
      const { url } = await stage.start({ RATE_LIMITS: 'on' });
      const [aino, eero] = [await stage.person(), await stage.person()];
      stage.discord.codes.set('more', [...stage.discord.users].find(([, { id }]) => id === aino.userId)![0]);
      const again = await stage.signIn({ ...aino, code: 'more' });
      const remaining = async (as: { authorization: string }) =>
        (await send(url, { method: 'GET', path: '/api/localsounds', as })).headers['x-ratelimit-remaining'];
      for (let turn = 0; turn < 10; turn += 1) expect(await remaining({ authorization: `${aino.authorization.slice(0, -8)}AAAAAAA=` })).toBeUndefined();
      expect([await remaining(aino), await remaining(again), await remaining(eero), await remaining(aino)]).toEqual(['4', '3', '4', '2']);
    });
  });
});
