import { beforeAll, describe, expect, it } from 'vitest';
import { Plays } from '../../../apps/api/src/soundboard/plays.service.js';
import { entities } from '../../../apps/api/src/entities.js';
import { Database } from '#persistence';
import { describeOperation } from '../../support/operation.js';
import { ok, type Person, SoundboardStage } from '../../support/soundboard.js';
import { refusesAsEveryOperation } from '../../support/soundboard-refusals.js';

const played = ['danke.wav', 'nice.mp3', 'oof.ogg', 'nice.mp3', 'again.wav', 'nice.mp3', 'danke.wav'];
const counts = [
  { sound: 'nice.mp3', count: 3 }, { sound: 'danke.wav', count: 2 }, { sound: 'oof.ogg', count: 1 }, { sound: 'again.wav', count: 1 },
];

describeOperation('listPlayCounts', SoundboardStage, (stage) => {
  refusesAsEveryOperation(stage, 'listPlayCounts', ({ guild }) => ({ method: 'GET', path: `/api/stats/${guild}` }));

  let aino: Person;
  const list = (query = '', as = aino) => stage.get(`/api/stats/${as.guild}${query}`, { as });

  beforeAll(async () => {
    aino = await stage.person();
    for (const sound of new Set(played)) await stage.sound(sound);
    for (const sound of played) await stage.post(`/api/logs/${aino.guild}`, { as: aino, json: { source: 'local', sound } });
    for (const source of ['http', 'youtube']) await stage.post(`/api/logs/${aino.guild}`, { as: aino, json: { source, sound: 'nice.mp3' } });
  });

  describe('200', () => {
    it.each([
      ['', counts], ['?limit=', counts], ['?limit=2', counts.slice(0, 2)], ['?limit=9223372036854775807', counts], ['?from=1', counts], ['?from=abc', counts],
      ['?from=-1&limit=1', counts.slice(0, 1)],
    ])('counts local sounds, most played first, then first played first, for "%s"', async (query, results) => {
      expect(await list(query)).toEqual(ok({ n: results.length, results }));
    });

    it('is empty where nothing was played', async () => {
      expect(await list('', await stage.person())).toEqual(ok({ n: 0, results: [] }));
    });

    it('is the same when the log is counted anew, also while plays are recorded', async () => {
      const before = (await list()).body;
      await stage.sql('update soundboard_count set negated_count = -77 where sound = ?', 'oof.ogg');
      await stage.sql('delete from soundboard_count where sound = ?', 'again.wav');
      expect((await list()).body).not.toEqual(before);
      const eero = await stage.person();
      const database = await Database.open({ url: stage.databaseUrl, entities });
      const recounting = new Plays(database).recount();
      const plays = Array.from({ length: 20 }, () => stage.post(`/api/logs/${eero.guild}`, { as: eero, json: { source: 'local', sound: 'nice.mp3' } }));
      await Promise.all([recounting, ...plays]);
      expect((await list()).body).toEqual(before);
      expect((await list('', eero)).body).toEqual({ n: 1, results: [{ sound: 'nice.mp3', count: 20 }] });
      await database.close();
    });
  });

  describe('400', () => {
    it.each([
      ['limit=0', 'limit must be a valid number larger than 0'], ['limit=-1', 'limit must be a valid number larger than 0'], ['limit=1.0', 'limit must be integer'],
      ['limit=99999999999999999999', 'limit must be a valid number larger than 0'],
    ])('for %s, before membership is looked at', async (query, message) => {
      for (const guild of [aino.guild, '526196711962705925']) {
        await stage.refuses({ method: 'GET', path: `/api/stats/${guild}?${query}`, as: aino }, 400, message, { pointer: '/query/limit' });
      }
    });
  });
});
