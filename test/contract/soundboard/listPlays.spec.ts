import { beforeAll, describe, expect, it } from 'vitest';
import { describeOperation } from '../../support/operation.js';
import { ok, type Person, SoundboardStage } from '../../support/soundboard.js';
import { refusesAsEveryOperation } from '../../support/soundboard-refusals.js';

describeOperation('listPlays', SoundboardStage, (stage) => {
  refusesAsEveryOperation(stage, 'listPlays', ({ guild }) => ({ method: 'GET', path: `/api/logs/${guild}` }));

  let aino: Person;
  const list = (query = '', as = aino, guild = as.guild) => stage.get(`/api/logs/${guild}${query}`, { as });
  const sounds = async (query = '') => ((await list(query)).body as { results: { sound: string }[] }).results.map(({ sound }) => Number(sound));
  const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => from - index);

  /** As the server would have written them in the course of time. */
  const seed = async (guild: string, count: number, at = Date.UTC(2020, 0, 1)) => {
    const rows = Array.from({ length: count }, (_, index) => `('${guild}', ${index + 1}, ${at + Math.floor(index / 3) * 1000}, '7', 'eero', 'http', '${index + 1}')`);
    await stage.sql(`insert into soundboard_log (guild_id, plays, last_played_at_ms) values ('${guild}', ${count}, ${at + count * 1000})`);
    for (let from = 0; from < count; from += 500) {
      await stage.sql(`insert into soundboard_play (guild_id, number, played_at_ms, user_id, user_tag, source, sound) values ${rows.slice(from, from + 500).join()}`);
    }
  };

  beforeAll(async () => {
    aino = await stage.person();
    await seed(aino.guild, 12_000);
  });

  describe('200', () => {
    it('is empty where nothing was played', async () => {
      const eero = await stage.person();
      for (const query of ['', '?from=10&limit=5', '?from=&limit=']) expect(await list(query, eero)).toEqual(ok({ n: 0, results: [] }));
    });

    it('is one entry after the other, whole', async () => {
      const entry = { user_id: '7', user_tag: 'eero', guild_id: aino.guild, source: 'http' };
      expect(await list('?limit=4')).toEqual(ok({ n: 4, results: [
        { time: '2020-01-01T01:06:39Z', ...entry, sound: '12000' }, { time: '2020-01-01T01:06:39Z', ...entry, sound: '11999' },
        { time: '2020-01-01T01:06:39Z', ...entry, sound: '11998' }, { time: '2020-01-01T01:06:38Z', ...entry, sound: '11997' },
      ] }));
    });

    it.each([
      ['', 12_000, 11_001], ['?limit=', 12_000, 11_001], ['?limit=3', 12_000, 11_998], ['?from=2&limit=3', 11_998, 11_996], ['?from=11998', 2, 1], ['?from=11999&limit=9', 1, 1],
      ['?limit=10001', 12_000, 2001], ['?from=5000&limit=9223372036854775807', 7000, 1],
    ])('is newest first for %s', async (query, from, to) => {
      expect(await sounds(query)).toEqual(down(from, to));
    });

    it.each(['?from=12000', '?from=12001', '?from=9223372036854775807'])('is empty behind the end, for %s', async (query) => {
      expect(await list(query)).toEqual(ok({ n: 0, results: [] }));
    });

    it('is the guild\'s alone', async () => {
      const [eero, helmi] = [await stage.person(), await stage.person()];
      stage.discord.guilds.set(helmi.userId, [helmi.guild, eero.guild]);
      await stage.post(`/api/logs/${eero.guild}`, { as: eero, json: { source: 'http', sound: 'here' } });
      expect((await list('', helmi, eero.guild)).body).toMatchObject({ n: 1, results: [{ sound: 'here', user_id: eero.userId }] });
      expect((await list('', helmi)).body).toEqual({ n: 0, results: [] });
      expect((await list('', eero, helmi.guild)).status).toBe(403);
    });
  });

  describe('400', () => {
    it.each([
      ['from=first', 'from must be integer'], ['from=-2', 'from must be a valid number larger than -1'], ['limit=0', 'limit must be a valid number larger than 0'],
      ['limit=many', 'limit must be integer'], ['limit=1.0', 'limit must be integer'],
    ])('for %s, before membership is looked at', async (query, message) => {
      for (const guild of [aino.guild, '526196711962705925']) {
        await stage.refuses({ method: 'GET', path: `/api/logs/${guild}?${query}`, as: aino }, 400, message, { pointer: `/query/${query.split('=')[0]}` });
      }
    });
  });
});
