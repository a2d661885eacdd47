import { afterEach, describe, expect, it, vi } from 'vitest';
import { describeOperation } from '../../support/operation.js';
import { PomodoroStage } from '../../support/pomodoro.js';
import { refusesAsEveryOperation } from '../../support/pomodoro-refusals.js';

const get = { method: 'GET', path: '/api/user' };

describeOperation('getPomodoroUser', PomodoroStage, (stage) => {
  refusesAsEveryOperation(stage, 'getPomodoroUser', () => get);
  afterEach(() => void vi.useRealTimers());

  it('200 shows a person who has just signed in, with the documented members in their order', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2016-10-09T04:30:45.300Z') });
    const as = await stage.person();
    const image = `https://avatars.example/u/${as.githubId}`;
    const number = as.githubId - 153_842;
    const { status, headers, body } = await stage.get(get.path, { as });
    expect(status).toBe(200);
    expect(headers).not.toHaveProperty('location');
    expect(JSON.stringify(body)).toBe(JSON.stringify({
      id: (body as { id: string }).id,
      name: `Aino ${number}`, email: null, image, time_zone: null, color: '#000000', volume: 2, ticking: false,
      work_hours_per_day: null,
      average_hourly_rate: null, currency: 'USD', currency_unit: '$', tomatoes_counters: { day: 0, week: 0, month: 0 },
      authorizations: [{ provider: 'github', uid: String(as.githubId), nickname: `aino${number}`, image }],
      created_at: '2016-10-09T04:30:45.300Z', updated_at: '2016-10-09T04:30:45.300Z',
    }));
    expect((body as { id: string }).id).toMatch(/^57f9c7f5[0-9a-f]{16}$/);
  });

  describe('200 with counters', () => {
    const moments = [
      '2016-09-30T23:59:59Z', '2016-10-01T00:24:59Z', '2016-10-02T23:59:59Z', '2016-10-03T00:24:59Z',
      '2016-10-08T23:59:59Z',
      '2016-10-09T00:24:59Z', '2016-10-09T11:00:00Z',
    ];
    const counters = async (as: Awaited<ReturnType<typeof stage.person>>, zone: string) => {
      const { body } = await stage.get(get.path, { as, headers: { 'time-zone': zone } });
      return (body as { tomatoes_counters: unknown }).tomatoes_counters;
    };

    it.each([
      ['UTC', { day: 2, week: 4, month: 6 }],
      ['Europe/Rome', { day: 3, week: 5, month: 7 }],
      ['America/New_York', { day: 1, week: 3, month: 5 }],
      ['Pacific/Auckland', { day: 1, week: 1, month: 7 }],
    ])('on a Sunday noon in %s', async (zone, expected) => {
      const as = await stage.person();
      await stage.recordAt(as, ...moments);
      vi.setSystemTime(Date.parse('2016-10-09T12:00:00Z'));
      expect(await counters(as, zone)).toEqual(expected);
    });

    it.each([
      ['UTC', '2026-11-29T23:59:59.999Z', { day: 1, week: 1, month: 1 }],
      ['UTC', '2026-11-30T00:00:00.000Z', { day: 0, week: 0, month: 1 }],
      ['UTC', '2026-12-01T00:00:00.000Z', { day: 0, week: 0, month: 0 }],
      ['Asia/Kathmandu', '2026-11-29T18:14:59.999Z', { day: 1, week: 1, month: 1 }],
      ['Asia/Kathmandu', '2026-11-29T18:15:00.000Z', { day: 0, week: 0, month: 1 }],
    ])('that begin anew at midnight in %s: %s', async (zone, moment, expected) => {
      const as = await stage.person();
      await stage.recordAt(as, '2026-11-29T12:00:00Z');
      vi.setSystemTime(Date.parse(moment));
      expect(await counters(as, zone)).toEqual(expected);
    });

    it('on days that are an hour shorter or longer', async () => {
      const as = await stage.person();
      await stage.recordAt(
        as, '2026-03-28T22:59:59Z', '2026-03-28T23:30:00Z', '2026-03-29T21:59:00Z', '2026-10-24T21:59:00Z',
        '2026-10-24T22:30:00Z', '2026-10-25T22:30:00Z',
      );
      expect(await counters(as, 'Europe/Rome')).toMatchObject({ day: 2 });
      vi.setSystemTime(Date.parse('2026-03-29T21:59:30Z'));
      expect(await counters(as, 'Europe/Rome')).toMatchObject({ day: 5 });
    });

    it('of the person\'s own tomatoes', async () => {
      const [aino, eero] = [await stage.person(), await stage.person()];
      await stage.record(aino);
      expect(await counters(eero, 'UTC')).toEqual({ day: 0, week: 0, month: 0 });
    });
  });

  it('200 with times in the zone of the request', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T12:22:11.753Z') });
    const as = await stage.person({ time_zone: 'Asia/Tokyo' });
    const shown = async (query: string, zone?: string) => {
      const { body } = await stage.get(
        get.path + query, { as, headers: zone === undefined ? {} : { 'time-zone': zone } },
      );
      return (body as { created_at: string }).created_at;
    };
    expect(await shown('')).toBe('2026-11-22T21:22:11.753+09:00');
    expect(await shown('?time_zone=Asia/Kolkata')).toBe('2026-11-22T17:52:11.753+05:30');
    expect(await shown('?time_zone=Asia/Kolkata', 'America/Phoenix')).toBe('2026-11-22T05:22:11.753-07:00');
    expect(await shown('?time_zone=Eastern%20Time%20(US%20%26%20Canada)')).toBe('2026-11-22T07:22:11.753-05:00');
    expect(await shown('?time_zone=Asia/Kolkata&time_zone=Rome')).toBe('2026-11-22T13:22:11.753+01:00');
    expect(await shown('', 'Europe/London')).toBe('2026-11-22T12:22:11.753+00:00');
    for (const [query, zone] of [
      ['', 'Moon/Tycho'], ['', ''], ['?time_zone='], ['', '+02:00'], ['', 'asia/tokyo'], ['?time_zone=Rome', 'x'],
    ] as const) {
      expect(await shown(query, zone)).toBe('2026-11-22T12:22:11.753Z');
    }
  });

  it('401 for a person who is gone', async () => {
    const as = await stage.person();
    await stage.sql('delete from pomodoro_profile where github_id = ?', String(as.githubId));
    await stage.refuses({ ...get, as }, 401, { error: 'authentication failed' }, 'authentication failed');
  });
});
