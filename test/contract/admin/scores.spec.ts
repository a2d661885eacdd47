import { afterEach, expect, it, vi } from 'vitest';
import { administer } from '../../../apps/api/src/admin/program.js';
import { readSettings } from '../../../apps/api/src/settings.js';
import { describeOnStage } from '../../support/operation.js';
import { PomodoroStage } from '../../support/pomodoro.js';

describeOnStage('npm run admin -- scores', PomodoroStage, (stage) => {
  const run = async (...args: string[]) => {
    const said = { code: 0, out: '', err: '' };
    said.code = await administer(['scores', ...args], {
      settings: () => readSettings({ DATABASE_URL: stage.databaseUrl }),
      write: (text) => void (said.out += text),
      remark: (text) => void (said.err += text),
    });
    return said;
  };
  const boards = async () => Promise.all(['daily', 'weekly', 'monthly', 'overall'].map(
    (period) => stage.done({ method: 'GET', path: `/api/leaderboard/${period}` }),
  ));
  const person = async (name: string) => {
    const as = await stage.person({ name, time_zone: 'Asia/Tokyo' });
    return { as, ...(await stage.done<{ id: string }>({ method: 'GET', path: '/api/user', as })) };
  };
  afterEach(() => void vi.useRealTimers());

  it('rebuild finds nothing wrong with what the server keeps', async () => {
    const [{ as: aino }, { as: eero }] = [await person('Aino'), await person('Eero')];
    await stage.recordAt(aino, '2026-08-30T12:00:00Z', '2026-08-31T14:00:00Z', '2026-08-31T15:00:00Z');
    const [first] = await stage.recordAt(eero, '2026-08-31T15:00:00Z', '2026-08-31T16:00:00Z');
    await stage.done({ method: 'DELETE', path: `/api/tomatoes/${first!.id}`, as: eero });
    await stage.done({ method: 'PATCH', path: '/api/user', as: aino, json: { user: { time_zone: 'UTC' } } });
    expect(await run('rebuild')).toEqual({ code: 0, out: '', err: 'Everything was right.\n' });
    vi.setSystemTime(Date.parse('2026-09-01T15:00:00Z'));
    expect(await run('rebuild')).toEqual({ code: 0, out: '', err: 'Everything was right.\n' });
  });

  it('rebuild corrects what is wrong, and tells of it', async () => {
    for (const table of ['tomato', 'score', 'board']) await stage.sql(`delete from pomodoro_${table}`);
    const [aino, eero, helmi] = [await person('Aino'), await person('Eero'), await person('Helmi')];
    await stage.recordAt(aino.as, '2026-11-18T10:00:00Z', '2026-11-18T11:00:00Z');
    await stage.recordAt(eero.as, '2026-11-18T11:00:00Z');
    const right = await boards();
    await stage.sql("update pomodoro_score set negated_score = -7 where period = 'weekly' and negated_score = -2");
    await stage.sql("delete from pomodoro_score where period = 'overall' and negated_score = -1");
    await stage.sql(`
      insert into pomodoro_score (account_id, period, ends_at_ms, negated_score, reached_at_ms)
      select account_id, 'daily', ${Date.parse('2026-11-18T15:00:00Z')}, -3, 0
      from pomodoro_profile where public_id = '${helmi.id}'`);
    await stage.sql("update pomodoro_board set people = 40 where period = 'monthly'");
    expect(await boards()).not.toEqual(right);
    const { code, out, err } = await run('rebuild');
    expect([code, err]).toEqual([0, '6 numbers were wrong, and are right now.\n']);
    expect(out.trim().split('\n').sort()).toEqual([
      'people on the daily board until 2026-11-18T15:00:00.000Z: 1 → 2',
      'people on the monthly board until 2026-11-30T15:00:00.000Z: 40 → 2',
      'people on the overall board without an end: 3 → 2',
      `user ${aino.id} weekly: 7 → 2`,
      `user ${eero.id} overall: 0 → 1`,
      `user ${helmi.id} daily: 3 → 0`,
    ].sort());
    expect(await boards()).toEqual(right);
    expect(await run('rebuild')).toEqual({ code: 0, out: '', err: 'Everything was right.\n' });
  });

  it('is wrongly asked for anything else', async () => {
    expect((await run('rebuild', 'all')).code).toBe(2);
    expect((await run('guess')).code).toBe(2);
  });
});
