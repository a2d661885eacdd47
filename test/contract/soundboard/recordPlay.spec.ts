import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { send } from '../../support/http.js';
import { describeOperation } from '../../support/operation.js';
import { ok, type Person, SoundboardStage } from '../../support/soundboard.js';
import { refusesAsEveryOperation } from '../../support/soundboard-refusals.js';

const startMs = Date.UTC(2030, 0, 1, 12);
const video = { source: 'youtube', sound: 'dQw4w9WgXcQ' };

describeOperation('recordPlay', SoundboardStage, (stage) => {
  refusesAsEveryOperation(stage, 'recordPlay', ({ guild }) => ({ method: 'POST', path: `/api/logs/${guild}`, json: video }));

  let aino: Person;
  const play = (json: object, as = aino, guild = as.guild) => send(stage.url, { method: 'POST', path: `/api/logs/${guild}`, as, json });

  beforeAll(async () => {
    await stage.sound('danke.wav');
    await stage.sound('Größer als groß.mp3');
    aino = await stage.person();
  });
  afterEach(() => void vi.useRealTimers());

  describe('201', () => {
    it.each([
      video, { source: 'local', sound: 'danke.wav' }, { source: 'local', sound: 'Größer als groß.mp3' }, { source: 'http', sound: 'https://example.org/🎺.mp3?x=<y>&z="' },
      { source: 'http', sound: 'x'.repeat(2048) }, { source: 'youtube', sound: '🎺'.repeat(2048) },
    ])('writes %j into the log', async (json) => {
      vi.useFakeTimers({ toFake: ['Date'], now: startMs + 999 });
      const eero = await stage.person();
      const entry = { time: '2030-01-01T12:00:00Z', user_id: eero.userId, user_tag: eero.tag, guild_id: eero.guild, ...json };
      expect(await play({ ...json, user_id: '1', time: 'never' }, eero)).toEqual(ok(entry, 201));
      expect(await stage.get(`/api/logs/${eero.guild}`, { as: eero })).toEqual(ok({ n: 1, results: [entry] }));
    });

    it('keeps the name that the person had', async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: startMs });
      const person = await stage.person({ username: 'zekro', discriminator: '9131' });
      await play(video, person);
      const [access] = [...stage.discord.users].find(([, { id }]) => id === person.userId)!;
      stage.discord.users.set(access, { id: person.userId, username: 'zekro', discriminator: '0' });
      await play(video, person);
      vi.setSystemTime(startMs + 60_001);
      await play(video, person);
      const { body } = await stage.get(`/api/logs/${person.guild}`, { as: person });
      expect((body as { results: { user_tag: string }[] }).results.map(({ user_tag: tag }) => tag)).toEqual(['zekro', 'zekro#9131', 'zekro#9131']);
    });

    it('loses none of many at once, on two servers, and numbers them without gaps', async () => {
      const [one, other] = [await stage.person(), await stage.person()];
      const { url } = await stage.start();
      stage.discord.guilds.set(other.userId, [other.guild, one.guild]);
      const plays = Array.from({ length: 60 }, (_, turn) => send(turn % 2 === 0 ? stage.url : url, {
        method: 'POST', path: `/api/logs/${turn % 3 === 0 ? other.guild : one.guild}`, as: turn % 3 === 0 ? other : one, json: { source: 'local', sound: 'danke.wav' },
      }));
      expect(new Set((await Promise.all(plays)).map(({ status }) => status))).toEqual(new Set([201]));
      const rows = await stage.sql<{ guild_id: string; number: number }>('select guild_id, number from soundboard_play where guild_id in (?, ?) order by guild_id, number', one.guild, other.guild);
      const expected = [[one, 40], [other, 20]] as const;
      expect(rows).toEqual(expected.flatMap(([{ guild }, count]) => Array.from({ length: count }, (_, index) => ({ guild_id: guild, number: index + 1 }))));
      for (const [as, count] of expected) {
        expect((await stage.get(`/api/stats/${as.guild}`, { as })).body).toEqual({ n: 1, results: [{ sound: 'danke.wav', count }] });
      }
    });

    it('never makes an entry older than the one before, even if the clock is set back', async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: startMs });
      const eero = await stage.person();
      await play(video, eero);
      vi.setSystemTime(startMs - 3_600_000);
      expect((await play(video, eero)).body).toMatchObject({ time: '2030-01-01T12:00:00Z' });
      vi.setSystemTime(startMs + 2000);
      expect((await play(video, eero)).body).toMatchObject({ time: '2030-01-01T12:00:02Z' });
    });
  });

  describe('400', () => {
    const request = (rest: object) => ({ method: 'POST', path: `/api/logs/${aino.guild}`, as: aino, ...rest });

    it.each([
      [{ sound: 'x' }, 'source is required', '/body/source'], [{ source: 'local' }, 'sound is required', '/body/sound'],
      [{ ...video, source: 'disk' }, 'source must be one of local, youtube, http', '/body/source'], [{ ...video, sound: '' }, 'sound must NOT have fewer than 1 characters', '/body/sound'],
      [{ ...video, sound: 'x'.repeat(2049) }, 'sound must NOT have more than 2048 characters', '/body/sound'], [{ ...video, sound: 7 }, 'sound must be string', '/body/sound'],
      [[], 'the body must be object', '/body'],
    ])('for %j', (json, message, pointer) => stage.refuses(request({ json }), 400, message, { pointer }));

    it('for text that cannot be kept', async () => {
      await stage.refuses(request({ json: { ...video, sound: 'a\0b' } }), 400, 'body/sound holds text that cannot be kept: a NUL or half a surrogate pair', { pointer: '/body/sound' });
    });

    it('for what is no JSON', async () => {
      await stage.refuses(request({ body: '{"', headers: { 'content-type': 'application/json' } }), 400, 'The body is not valid JSON', { pointer: '/body' });
    });

    it('before membership is looked at', () =>
      stage.refuses({ ...request({ json: {} }), path: '/api/logs/526196711962705925' }, 400, 'source is required', { pointer: '/body/source' }));
  });

  it('404 for a local sound that is not there, and the guild comes first', async () => {
    const before = (await stage.get(`/api/logs/${aino.guild}`, { as: aino })).body;
    for (const sound of ['unknown.mp3', 'danke', 'DANKE.wav', '../danke.wav', 'Gro\u0308\u00dfer als gro\u00df.mp3', 'toString', '__proto__']) {
      await stage.refuses({ method: 'POST', path: `/api/logs/${aino.guild}`, as: aino, json: { source: 'local', sound } }, 404, 'there is no such sound');
    }
    expect((await play({ source: 'local', sound: 'unknown.mp3' }, aino, '526196711962705925')).status).toBe(403);
    expect((await stage.get(`/api/logs/${aino.guild}`, { as: aino })).body).toEqual(before);
  });

  it('415 for a body that is not called JSON', () =>
    stage.refuses({ method: 'POST', path: `/api/logs/${aino.guild}`, as: aino, body: JSON.stringify(video) }, 415, 'Content-Type must be application/json'));
});
