import { afterEach, describe, expect, it, vi } from 'vitest';
import { send } from '../../support/http.js';
import { describeOperation } from '../../support/operation.js';
import { notFound, type Person, PomodoroStage, type Tomato } from '../../support/pomodoro.js';
import { refusesAsEveryOperation } from '../../support/pomodoro-refusals.js';

interface Score {
  readonly user: { readonly name: string };
  readonly score: number;
}

interface Board {
  readonly scores: readonly Score[];
  readonly pagination: { readonly total_count: number };
}

const periods = ['daily', 'weekly', 'monthly', 'overall'] as const;
const pathOf = (period: string) => `/api/leaderboard/${period}`;

describeOperation('getLeaderboard', PomodoroStage, (stage) => {
  refusesAsEveryOperation(stage, 'getLeaderboard', () => ({ method: 'GET', path: pathOf('daily') }));
  // Each test has boards of its own, by its own time.
  afterEach(async () => {
    vi.useRealTimers();
    for (const table of ['tomato', 'score', 'board']) await stage.sql(`delete from pomodoro_${table}`);
  });

  const board = (period: string, query = '') => stage.done<Board>({ method: 'GET', path: pathOf(period) + query });
  const scores = async (period: string) => {
    const { scores: listed, pagination } = await board(period);
    expect(pagination.total_count).toBe(listed.length);
    return listed.map(({ user, score }) => `${user.name} ${score}`);
  };
  const boards = async () => Object.fromEntries(
    await Promise.all(periods.map(async (period) => [period, await scores(period)] as const)),
  );
  const named = (name: string, timeZone: string | null = null) => stage.person({ name, time_zone: timeZone });
  const remove = (as: Person, { id }: Tomato) => stage.done({ method: 'DELETE', path: `/api/tomatoes/${id}`, as });
  const clock = (moment: string) => void vi.setSystemTime(Date.parse(moment));

  it('200 for anybody, empty at first', async () => {
    for (const period of periods) {
      for (const as of [undefined, { authorization: 'nonsense' }]) {
        expect(await stage.done({ method: 'GET', path: pathOf(period), as })).toEqual({
          scores: [], pagination: { current_page: 1, total_pages: 0, total_count: 0 },
        });
      }
    }
  });

  it('200 with exactly the id, name and picture of each person, as they are now', async () => {
    const as = await named('Aino');
    const { id } = await stage.done<{ id: string }>({ method: 'GET', path: '/api/user', as });
    await stage.record(as);
    const image = `https://avatars.example/u/${as.githubId}`;
    expect((await board('weekly')).scores).toEqual([{ user: { id, name: 'Aino', image }, score: 1 }]);
    await stage.done({ method: 'PATCH', path: '/api/user', as, json: { user: { name: null, image: '' } } });
    expect((await board('weekly')).scores).toEqual([{ user: { id, name: null, image: 'user.png' }, score: 1 }]);
  });

  it('200 with the highest score first, and of equal ones the one that was reached first', async () => {
    const [aino, eero, helmi] = [await named('Aino'), await named('Eero'), await named('Helmi')];
    await stage.recordAt(aino, '2026-11-18T10:00:00Z');
    await stage.recordAt(eero, '2026-11-18T10:01:00Z', '2026-11-18T10:26:00Z');
    await stage.recordAt(helmi, '2026-11-18T10:30:00Z');
    expect(await scores('daily')).toEqual(['Eero 2', 'Aino 1', 'Helmi 1']);
    const [second] = await stage.recordAt(aino, '2026-11-18T10:31:00Z');
    expect(await scores('overall')).toEqual(['Eero 2', 'Aino 2', 'Helmi 1']);
    await remove(aino, second!);
    expect(await scores('overall')).toEqual(['Eero 2', 'Aino 1', 'Helmi 1']);
  });

  describe('200 with the tomatoes of the current day, week and month', () => {
    it('which end at midnight of the person\'s zone, and not of the request\'s', async () => {
      const [aino, eero] = [await named('Aino', 'Asia/Tokyo'), await named('Eero', 'America/New_York')];
      // Monday, the last day of a month, at 14:00 UTC: 23:00 in Tokyo, 10:00 in New York.
      await stage.recordAt(aino, '2026-08-31T14:00:00Z');
      await stage.recordAt(eero, '2026-08-31T14:00:00Z');
      expect(await boards()).toEqual({
        daily: ['Aino 1', 'Eero 1'], weekly: ['Aino 1', 'Eero 1'], monthly: ['Aino 1', 'Eero 1'],
        overall: ['Aino 1', 'Eero 1'],
      });
      clock('2026-08-31T14:59:59.999Z');
      expect(await scores('daily')).toEqual(['Aino 1', 'Eero 1']);
      clock('2026-08-31T15:00:00.000Z');
      expect(await boards()).toEqual({
        daily: ['Eero 1'], weekly: ['Aino 1', 'Eero 1'], monthly: ['Eero 1'], overall: ['Aino 1', 'Eero 1'],
      });
      clock('2026-09-01T04:00:00.000Z');
      expect(await boards()).toEqual({
        daily: [], weekly: ['Aino 1', 'Eero 1'], monthly: [], overall: ['Aino 1', 'Eero 1'],
      });
      clock('2026-09-06T15:00:00.000Z');
      expect(await boards()).toEqual({ daily: [], weekly: ['Eero 1'], monthly: [], overall: ['Aino 1', 'Eero 1'] });
    });

    it('on a day of 25 hours too', async () => {
      const aino = await named('Aino', 'Europe/Rome');
      await stage.recordAt(aino, '2026-10-24T22:00:00Z');
      clock('2026-10-25T22:59:59.999Z');
      expect(await scores('daily')).toEqual(['Aino 1']);
      clock('2026-10-25T23:00:00.000Z');
      expect(await scores('daily')).toEqual([]);
    });

    it('beginning with one on the next day', async () => {
      const aino = await named('Aino');
      await stage.recordAt(aino, '2026-11-21T23:50:00Z', '2026-11-22T00:15:00Z', '2026-11-22T00:40:00Z');
      expect(await boards()).toEqual({
        daily: ['Aino 2'], weekly: ['Aino 3'], monthly: ['Aino 3'], overall: ['Aino 3'],
      });
    });

    it('in a new zone of the person at once', async () => {
      const aino = await named('Aino', 'Pacific/Kiritimati');
      await stage.recordAt(aino, '2026-11-22T09:00:00Z', '2026-11-22T11:00:00Z');
      expect(await boards()).toEqual({
        daily: ['Aino 1'], weekly: ['Aino 1'], monthly: ['Aino 2'], overall: ['Aino 2'],
      });
      await stage.done({ method: 'PATCH', path: '/api/user', as: aino, json: { user: { time_zone: 'UTC' } } });
      expect(await boards()).toEqual({
        daily: ['Aino 2'], weekly: ['Aino 2'], monthly: ['Aino 2'], overall: ['Aino 2'],
      });
    });
  });

  it('200 without what was deleted, on the boards whose period held it', async () => {
    const aino = await named('Aino');
    const moments = ['2025-11-22T12:00:00Z', '2026-11-12T12:00:00Z', '2026-11-18T12:00:00Z'];
    const [old, lastWeek, today] = (await stage.recordAt(aino, ...moments)) as [Tomato, Tomato, Tomato];
    expect(await boards()).toEqual({ daily: ['Aino 1'], weekly: ['Aino 1'], monthly: ['Aino 2'], overall: ['Aino 3'] });
    await remove(aino, old);
    expect(await boards()).toEqual({ daily: ['Aino 1'], weekly: ['Aino 1'], monthly: ['Aino 2'], overall: ['Aino 2'] });
    await remove(aino, today);
    expect(await boards()).toEqual({ daily: [], weekly: [], monthly: ['Aino 1'], overall: ['Aino 1'] });
    await remove(aino, lastWeek);
    expect(await boards()).toEqual({ daily: [], weekly: [], monthly: [], overall: [] });
  });

  it('200 with 26 people over two pages', async () => {
    const people = await Promise.all(Array.from({ length: 26 }, (_, index) => named(`Person ${index}`)));
    const firstMs = Date.parse('2026-11-18T10:00:00Z');
    for (const [index, as] of people.entries()) await stage.recordAt(as, new Date(firstMs + index).toISOString());
    const [first, second, third] = await Promise.all([1, 2, 3].map((page) => board('daily', `?page=${page}`)));
    expect([...first!.scores, ...second!.scores].map(({ user }) => user.name)).toEqual(
      people.map((_, index) => `Person ${index}`),
    );
    expect([first, second, third].map((page) => page!.pagination)).toEqual(
      [1, 2, 3].map((page) => ({ current_page: page, total_pages: 2, total_count: 26 })),
    );
    expect([first, second, third].map((page) => page!.scores.length)).toEqual([25, 1, 0]);
    expect((await board('daily', '?page=x&page=2')).scores).toHaveLength(1);
  });

  it('200 with all of what many record and delete at once', async () => {
    const urls = stage.dialect === 'postgresql' ? [stage.url, (await stage.start()).url] : [stage.url];
    const people = await Promise.all(Array.from({ length: 20 }, (_, index) => named(`Person ${index}`)));
    const all = <Result>(act: (as: Person, url: string, index: number) => Promise<Result>) =>
      Promise.all(people.map((as, index) => act(as, urls[index % urls.length]!, index)));
    const made = await all(
      (as, url) => send(url, { method: 'POST', path: '/api/tomatoes', as, json: { tomato: { tag_list: '' } } }),
    );
    expect(await scores('daily')).toHaveLength(20);
    await all((as, url, index) => (index % 2 === 0
      ? send(url, { method: 'DELETE', path: `/api/tomatoes/${(made[index]!.body as Tomato).id}`, as })
      : send(url, {
        method: 'PATCH', path: '/api/user', as,
        json: { user: { time_zone: index % 4 === 1 ? 'UTC' : 'Europe/London' } },
      })));
    expect(await scores('overall')).toHaveLength(10);
    expect((await board('monthly')).pagination.total_count).toBe(10);
  });

  it.each(['yearly', 'Daily', 'daily.x.y', '', '%00', 'daily/x'])('404 for the period "%s"', async (period) => {
    const { status, body } = await stage.get(pathOf(period));
    expect({ status, body }).toEqual({ status: 404, body: notFound });
  });

  it('404 as a problem, for a client that asks for those', async () => {
    await stage.refuses({ method: 'GET', path: pathOf('yearly') }, 404, notFound, 'Not Found');
  });
});
