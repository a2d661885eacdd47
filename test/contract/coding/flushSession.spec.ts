import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CodingStage, head, ok, type Person } from '../../support/coding.js';
import { refusesAsEveryOperation } from '../../support/coding-refusals.js';
import { describeOperation } from '../../support/operation.js';

const form = 'content-type: application/x-www-form-urlencoded';
const startMs = Date.UTC(2030, 0, 1, 12);

describeOperation('flushSession', CodingStage, (stage) => {
  refusesAsEveryOperation(stage, 'flushSession', { method: 'POST', path: '/activity/flush' });

  describe('200', () => {
    let aino: Person;
    const beat = () => stage.post('/activity/update', { as: aino, json: { language: 'c' } });
    const stored = { language: 'c', hostname: null, editor_name: null, project_name: null, start_time: startMs / 1000 };

    beforeAll(async () => {
      aino = await stage.person();
    });
    beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: startMs }));
    afterEach(async () => {
      vi.useRealTimers();
      await stage.sql('delete from coding_session');
    });

    it('stores the running session as it stood at its last heartbeat', async () => {
      await beat();
      vi.setSystemTime(startMs + 20_000);
      await beat();
      vi.setSystemTime(startMs + 25_000);
      expect(await stage.post('/activity/flush', { as: aino })).toEqual(ok());
      expect(await stage.sessions(aino)).toEqual([{ ...stored, duration: 20 }]);
      expect(await beat()).toEqual(ok('0'));
      await stage.post('/activity/flush', { as: aino });
    });

    it('does nothing without a running session, and says the same', async () => {
      expect(await stage.post('/activity/flush', { as: aino })).toEqual(ok());
      await beat();
      await stage.post('/activity/flush', { as: aino });
      expect(await stage.post('/activity/flush', { as: aino })).toEqual(ok());
      expect(await stage.sessions(aino)).toEqual([{ ...stored, duration: 0 }]);
    });

    it.each([
      ['as VS Code sends it, a form of no length', `${form}\r\ncontent-length: 0\r\n\r\n`],
      ['as Neovim sends it, with neither type nor length', '\r\n'],
      ['as IntelliJ sends it, JSON without any', 'content-type: application/json\r\ncontent-length: 0\r\n\r\n'],
      ['as Sublime sends it, with JSON', 'content-type: application/json\r\ncontent-length: 2\r\n\r\n{}'],
      ['with broken JSON', 'content-type: application/json\r\ncontent-length: 2\r\n\r\n{"'],
      ['in pieces', 'transfer-encoding: chunked\r\n\r\n1\r\n{\r\n0\r\n\r\n'],
      ['compressed', 'content-type: text/plain\r\ncontent-encoding: br\r\ncontent-length: 1\r\n\r\nx'],
      ['in another charset', 'content-type: text/plain; charset=utf-16\r\ncontent-length: 1\r\n\r\nx'],
      ['with a content type that is none', 'content-type: nonsense\r\ncontent-length: 1\r\n\r\nx'],
    ])('ends a session %s', async (_, rest) => {
      await beat();
      expect(await stage.raw(head('/activity/flush', aino), rest)).toEqual(ok());
      expect(await stage.sessions(aino)).toEqual([{ ...stored, duration: 0 }]);
    });
  });
});
