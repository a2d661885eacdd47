import { afterEach, describe, expect, it, vi } from 'vitest';
import { describeOperation } from '../../support/operation.js';
import { type Person, PomodoroStage, type Tomato } from '../../support/pomodoro.js';
import { refusesAsEveryOperation } from '../../support/pomodoro-refusals.js';

interface Page {
  readonly tomatoes: readonly Tomato[];
  readonly pagination: { readonly current_page: number; readonly total_pages: number; readonly total_count: number };
}

const path = '/api/tomatoes';

describeOperation('listTomatoes', PomodoroStage, (stage) => {
  refusesAsEveryOperation(stage, 'listTomatoes', () => ({ method: 'GET', path }));
  afterEach(() => void vi.useRealTimers());

  const list = (as: Person, query = '', headers = {}) => stage.done<Page>({
    method: 'GET', path: path + query, as, headers,
  });
  const listed = async (as: Person, query: string, headers = {}) => (await list(as, query, headers)).tomatoes.map(
    ({ created_at: at }) => at,
  );
  /** Moments 25 minutes apart, from noon on. */
  const momentsOf = (count: number) => Array.from({ length: count }, (_, index) =>
    new Date(Date.parse('2026-11-22T12:00:00Z') + index * 1_500_000).toISOString());

  it('200 with an empty list for somebody without tomatoes', async () => {
    await stage.record(await stage.person());
    expect(await list(await stage.person())).toEqual({
      tomatoes: [], pagination: { current_page: 1, total_pages: 0, total_count: 0 },
    });
  });

  describe('200 with 26 tomatoes', () => {
    let person: Promise<Person> | undefined;
    const moments = momentsOf(26).reverse();
    const withMany = () => (person ??= (async () => {
      const as = await stage.person();
      await stage.recordAt(as, ...momentsOf(26));
      return as;
    })());

    it('has the latest first, 25 on a page', async () => {
      const as = await withMany();
      const first = await list(as);
      expect(first.tomatoes.map(({ created_at: at }) => at)).toEqual(moments.slice(0, 25));
      expect(first.pagination).toEqual({ current_page: 1, total_pages: 2, total_count: 26 });
      expect(await listed(as, '?page=2')).toEqual(moments.slice(25));
      expect(await list(as, '?page=3')).toEqual({
        tomatoes: [], pagination: { current_page: 3, total_pages: 2, total_count: 26 },
      });
    });

    it.each([
      ['', 1, 25], ['?page=', 1, 25], ['?page=abc', 1, 25], ['?page=0', 1, 25], ['?page=-1', 1, 25],
      ['?page=1.9', 1, 25], ['?page=2abc', 2, 1],
      ['?page=%202', 2, 1], ['?page=3&page=2', 2, 1], ['?page=1000000000000', 1_000_000_000_000, 0],
      ['?page[]=2', 1, 25], ['?page[a]=2', 1, 25],
      ['?page=99999999999999999999999', Number.MAX_SAFE_INTEGER, 0], ['?page=2&per_page=1&limit=1', 2, 1],
    ])('takes %s for page %d', async (query, page, count) => {
      const { tomatoes, pagination } = await list(await withMany(), query);
      expect([pagination, tomatoes.length]).toEqual([{ current_page: page, total_pages: 2, total_count: 26 }, count]);
    });

    it('counts what the filter leaves', async () => {
      const as = await withMany();
      expect((await list(as, `?from=${moments[9]}`)).pagination).toEqual({
        current_page: 1, total_pages: 1, total_count: 10,
      });
      expect((await list(as, `?from=${moments[9]}&page=2`)).tomatoes).toEqual([]);
    });

    it('takes from for the first moment and to for the one behind the last', async () => {
      const as = await withMany();
      expect(await listed(as, `?from=${moments[3]}&to=${moments[1]}`)).toEqual(moments.slice(2, 4));
      expect(await listed(as, `?from=${moments[1]}&to=${moments[3]}`)).toEqual([]);
      expect(await listed(as, `?from=${moments[0]!.replace('.000Z', '.001Z')}`)).toEqual([]);
      expect(await listed(as, `?to=${moments[24]}&to=${moments[25]}`)).toEqual([]);
    });

    it.each([
      ['2026-11-22', {}, 26], ['22/11/2026', {}, 26], ['abc', {}, 26], ['', {}, 26], ['2026-11-23', {}, 0],
      ['2026-11-23', { 'time-zone': 'Asia/Tokyo' }, 18], ['2026-11-23T00:00:00%2B09:00', {}, 18],
      ['2026-11-23T00:00:00+09:00', { 'time-zone': 'Asia/Tokyo' }, 18],
      ['2026-11-22T15:00Z', { 'time-zone': 'Asia/Tokyo' }, 18],
    ])('reads from=%s with %j', async (from, headers, count) => {
      expect((await list(await withMany(), `?from=${from}`, headers)).pagination.total_count).toBe(count);
    });
  });

  it('200 with times in the person\'s zone', async () => {
    const as = await stage.person({ time_zone: 'America/New_York' });
    await stage.recordAt(as, '2026-10-31T12:00:00Z', '2026-11-01T12:00:00Z');
    expect(await listed(as, '')).toEqual(['2026-11-01T07:00:00.000-05:00', '2026-10-31T08:00:00.000-04:00']);
    expect(await listed(as, '?from=2026-11-01')).toEqual(['2026-11-01T07:00:00.000-05:00']);
    expect(await listed(as, '?from=2026-11-01', { 'time-zone': 'UTC' })).toEqual(['2026-11-01T12:00:00.000Z']);
  });

  it('200 with the token as a parameter', async () => {
    const { token } = await stage.person();
    const statusOf = async (query: string) => (await stage.get(path + query)).status;
    for (const query of [`?token=${token}`, `?token=${token}&token=x`]) expect(await statusOf(query)).toBe(200);
    for (const query of ['?token=', '?token=x', `?token[]=${token}`, `?token[a]=${token}`]) {
      expect(await statusOf(query)).toBe(401);
    }
  });

  it.each([
    ['?from=2017-20-08T01:00:00Z', 'from'], ['?to=2017-20-08T01:00:00Z', 'to'],
    ['?from=2017-20-08&to=2017-20-08', 'from'], ['?to=2017', 'to'],
    ['?from=2016-10', 'from'], ['?from=1480000000', 'from'], ['?from=2016-10-01T10:00%2B25:00', 'from'],
    ['?from=2016-10-01&to=2017-13-01', 'to'],
  ])('400 for %s', async (query, name) => {
    const error = `invalid ${name}: argument out of range`;
    await stage.refuses({ method: 'GET', path: path + query, as: await stage.person() }, 400, { error }, error);
  });
});
