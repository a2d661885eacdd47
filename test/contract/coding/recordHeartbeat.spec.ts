import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CodingStage, ok, type Person } from '../../support/coding.js';
import { refusesAsEveryOperation } from '../../support/coding-refusals.js';
import { send } from '../../support/http.js';
import { describeOperation } from '../../support/operation.js';

const work = { project_name: 'guildhall', language: 'typescript', editor_name: 'Neovim', hostname: 'workbench' };
const startMs = Date.UTC(2030, 0, 1, 12);
const start = startMs / 1000;

describeOperation('recordHeartbeat', CodingStage, (stage) => {
  const heartbeat = { method: 'POST', path: '/activity/update' };
  refusesAsEveryOperation(stage, 'recordHeartbeat', { ...heartbeat, json: work });

  describe('200', () => {
    let aino: Person;
    const beat = (json: object) => stage.post('/activity/update', { as: aino, json });
    const beatAt = (seconds: number, json: object) => {
      vi.setSystemTime(startMs + seconds * 1000);
      return beat(json);
    };

    beforeEach(async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: startMs });
      aino = await stage.person();
    });
    afterEach(() => void vi.useRealTimers());

    it('begins a session, which shows in the data once it has ended', async () => {
      expect(await beat(work)).toEqual(ok('0'));
      expect(await stage.sessions(aino)).toEqual([]);
      await stage.post('/activity/flush', { as: aino });
      expect(await stage.sessions(aino)).toEqual([{ ...work, start_time: start, duration: 0 }]);
    });

    it('extends a session by its like, and tells how long it has lasted', async () => {
      await beat(work);
      expect(await beatAt(31.5, work)).toEqual(ok('PT31.5S'));
      expect(await beatAt(31.5, work)).toEqual(ok('PT31.5S'));
      expect(await beatAt(60.001, { ...work })).toEqual(ok('PT60.001S'));
      expect(await stage.sessions(aino)).toEqual([]);
    });

    it('counts a gap of 900 seconds as work, and begins anew after a longer one', async () => {
      await beat(work);
      expect(await beatAt(900, work)).toEqual(ok('PT900S'));
      expect(await beatAt(1800.001, work)).toEqual(ok('0'));
      expect(await stage.sessions(aino)).toEqual([{ ...work, start_time: start, duration: 900 }]);
    });

    it.each(Object.keys(work))('ends a session by another %s', async (member) => {
      const other = { ...work, [member]: 'other' };
      await beatAt(0, work);
      await beatAt(100, work);
      expect(await beatAt(200, other)).toEqual(ok('0'));
      expect(await beatAt(210, other)).toEqual(ok('PT10S'));
      expect(await stage.sessions(aino)).toEqual([{ ...work, start_time: start, duration: 100 }]);
    });

    it('stores a session up to its end by another, if its last heartbeat is less than 30 seconds old', async () => {
      await beatAt(0, work);
      await beatAt(29.999, { ...work, language: 'go' });
      await beatAt(59.999, { ...work, language: 'rust' });
      await beatAt(89.9, { ...work, language: 'c' });
      expect(await stage.sessions(aino)).toMatchObject([
        { language: 'typescript', start_time: start, duration: 29 },
        { language: 'go', start_time: start + 29, duration: 0 },
        { language: 'rust', start_time: start + 59, duration: 29 },
      ]);
    });

    it('lets two editors end each other\'s sessions', async () => {
      for (const seconds of [0, 10, 20, 30]) {
        const editor = seconds % 20 === 0 ? 'Neovim' : 'Zed';
        expect(await beatAt(seconds, { ...work, editor_name: editor })).toEqual(ok('0'));
      }
      expect(await stage.sessions(aino)).toMatchObject([
        { editor_name: 'Neovim', duration: 10 },
        { editor_name: 'Zed', duration: 10 },
        { editor_name: 'Neovim', duration: 10 },
      ]);
    });

    it('takes a member left out for null, and an empty text for a text', async () => {
      const nothing = { project_name: null, language: null, editor_name: null, hostname: null };
      expect(await beat({})).toEqual(ok('0'));
      expect(await beatAt(1, nothing)).toEqual(ok('PT1S'));
      expect(await beatAt(2, { hostname: '' })).toEqual(ok('0'));
      expect(await stage.sessions(aino)).toEqual([{ ...nothing, start_time: start, duration: 2 }]);
    });

    it('calls every project `tmp` whose name begins with `tmp.`', async () => {
      await beatAt(0, { project_name: 'tmp.1fQZ' });
      expect(await beatAt(1, { project_name: 'tmp.other' })).toEqual(ok('PT1S'));
      expect(await beatAt(2, { project_name: 'tmp' })).toEqual(ok('PT2S'));
      expect(await beatAt(3, { project_name: 'tmp1' })).toEqual(ok('0'));
      expect(await stage.sessions(aino)).toMatchObject([{ project_name: 'tmp', duration: 3 }]);
    });

    it.each([
      '__proto__', 'constructor', '', ' ', "it's", '"; drop table account; --', 'a\nb', '\u202Eabc',
      '\u{1F9D9}\u200D\u2642\uFE0F',
    ])('keeps a project called %j as it is', async (project) => {
      expect(await beat({ project_name: project })).toEqual(ok('0'));
      expect(await beatAt(1, { project_name: project })).toEqual(ok('PT1S'));
      await stage.post('/activity/flush', { as: aino });
      expect(await stage.sessions(aino)).toMatchObject([{ project_name: project }]);
    });

    it('stores each session once, however many heartbeats come at a time, and wherever they come to', async () => {
      // Several instances share a database on PostgreSQL only.
      const urls = stage.dialect === 'postgresql' ? [stage.url, (await stage.start()).url] : [stage.url];
      const languages = Array.from({ length: 20 }, (_, index) => `language ${index}`);
      const answers = await Promise.all(languages.map((language, index) =>
        send(urls[index % urls.length]!, { ...heartbeat, as: aino, json: { language } })));
      expect(answers).toEqual(languages.map(() => ok('0')));
      await Promise.all([stage.post('/activity/flush', { as: aino }), stage.post('/activity/flush', { as: aino })]);
      const stored = await stage.sessions(aino) as { language: string }[];
      expect(stored.map(({ language }) => language).sort()).toEqual(languages.sort());
    });

  });

  it('400 for a name that is too long, an empty one being none', async () => {
    const as = await stage.person();
    const json = { hostname: '', language: 'x'.repeat(33) };
    await stage.refuses({ ...heartbeat, as, json }, 400, 'Language is over 32 chars', { pointer: '/body/language' });
    await stage.post('/activity/flush', { as });
    expect(await stage.sessions(as)).toEqual([]);
  });
});
