import { describe, expect, it, vi } from 'vitest';
import { type Person, type PomodoroStage, publicUrl, type Tomato } from './pomodoro.js';

const empty: readonly (readonly [string, unknown])[] = [
  ['no body', undefined], ['null', null], ['a number', 5], ['a list', []], ['an empty object', {}],
  ['an empty root', 'root {}'],
  ['null as root', 'root null'], ['a text as root', 'root text'], ['a list as root', 'root list'],
  ['unknown members only', 'root unknown'],
];

const bodyOf = (root: string, wanted: unknown): unknown => ({
  'root {}': { [root]: {} },
  'root null': { [root]: null },
  'root text': { [root]: 'x' },
  'root list': { [root]: [{ name: 'x', tag_list: 'x' }] },
  'root unknown': { [root]: { id: 'x', nothing: 1, tags: ['a'], __proto__: { name: 'x' } } },
} as Record<string, unknown>)[String(wanted)] ?? wanted;

/** How a body without anything to be stored is refused. */
export function refusesEmptyBodies(
  stage: PomodoroStage, method: string, root: string, pathOf: (as: Person) => Promise<string> | string,
): void {
  it.each(empty)('400 for %s', async (_, wanted) => {
    const as = await stage.person();
    const request = { method, path: await pathOf(as), as, json: bodyOf(root, wanted) };
    await stage.refuses(request, 400, { missing_param: root }, `${root} is missing`);
  });
}

/** How a user is changed, which PUT and PATCH do alike. */
export function changesUsers(stage: PomodoroStage, method: 'PUT' | 'PATCH'): void {
  const path = '/api/user';
  const change = (as: Person, user: object, headers = {}) =>
    stage.done<Record<string, unknown>>({ method, path, as, headers, json: { user } });

  it('200 with the whole user and the address, and changes what is given', async () => {
    const as = await stage.person();
    const before = await stage.done<object>({ method: 'GET', path, as });
    const request = {
      method, headers: { authorization: as.token, 'content-type': 'application/json' },
      body: '{"user":{"color":"#00CCff","ticking":"on"}}',
    };
    const response = await fetch(stage.url + path, request);
    expect([response.status, response.headers.get('location')]).toEqual([200, `${publicUrl}/api/user`]);
    expect(await response.json()).toEqual({
      ...before, color: '#00CCff', ticking: true, updated_at: expect.any(String),
    });
  });

  it('200 for members without a root, in JSON but not in a form', async () => {
    const as = await stage.person();
    expect(await stage.done({ method, path, as, json: { name: 'Aino', volume: '3', id: 'x' } })).toMatchObject({
      name: 'Aino', volume: 3,
    });
    const form = {
      method, path, as, body: 'name=Eero', headers: { 'content-type': 'application/x-www-form-urlencoded' },
    };
    await stage.refuses(form, 400, { missing_param: 'user' }, 'user is missing');
    expect(await stage.done({ ...form, body: 'user[name]=Eero&user[volume]=0&user[ticking]=1' })).toMatchObject({
      name: 'Eero', volume: 0, ticking: true,
    });
  });

  it('200 and takes blank for no choice', async () => {
    const as = await stage.person({
      color: '#ffffff', currency: 'EUR', time_zone: 'Rome', work_hours_per_day: 8, average_hourly_rate: 1.5, image: 'x',
    });
    const blank = {
      color: '', currency: ' ', time_zone: '', work_hours_per_day: ' ', average_hourly_rate: '', image: '',
      volume: null,
    };
    expect(await change(as, blank)).toMatchObject({
      color: '#000000', currency: 'USD', time_zone: null, work_hours_per_day: null, average_hourly_rate: null,
      image: 'user.png', volume: 2,
    });
  });

  it('200 and shows times in the zone from before', async () => {
    const as = await stage.person({ time_zone: 'Asia/Tokyo' });
    expect(await change(as, { time_zone: 'Asia/Kolkata' })).toMatchObject({
      time_zone: 'Asia/Kolkata', created_at: expect.stringMatching(/\+09:00$/),
    });
    expect(await change(as, { name: 'x' })).toMatchObject({ created_at: expect.stringMatching(/\+05:30$/) });
    expect(await change(as, { time_zone: 'Rome' }, { 'time-zone': 'UTC' })).toMatchObject({
      created_at: expect.stringMatching(/Z$/),
    });
    expect(await stage.done({ method, path, as, json: { name: 'y', time_zone: 'Asia/Tokyo' } })).toMatchObject({
      time_zone: 'Asia/Tokyo', created_at: expect.stringMatching(/\+09:00$/),
    });
  });

  it('200 and moves updated_at only if something is different', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T12:00:00Z') });
    const as = await stage.person();
    const same = { volume: null, name: `Aino ${as.githubId - 153_842}`, ticking: 'no', time_zone: '' };
    const updated = async (user: object) => {
      vi.advanceTimersByTime(1000);
      return (await change(as, user))['updated_at'];
    };
    expect(await updated(same)).toBe('2026-11-22T12:00:00.000Z');
    expect(await updated({ ...same, volume: 2.5 })).toBe('2026-11-22T12:00:02.000Z');
    expect(await updated({ volume: 2 })).toBe('2026-11-22T12:00:02.000Z');
    vi.useRealTimers();
  });

  it('200 and keeps what people can write', async () => {
    const as = await stage.person();
    const text = `<b> & "quotes" ' é 日本 🍅 ${'x'.repeat(10_000)}`;
    expect(await change(
      as, { name: text, email: 5, image: true, average_hourly_rate: 1e-7, work_hours_per_day: Number.MAX_SAFE_INTEGER },
    )).toMatchObject({
      name: text, email: '5', image: 'true', average_hourly_rate: 1e-7, work_hours_per_day: Number.MAX_SAFE_INTEGER,
    });
  });

  it('400 for text that cannot be kept', async () => {
    const as = await stage.person();
    const detail = 'body/user/name holds text that cannot be kept: a NUL or half a surrogate pair';
    for (const name of ['a\0b', '\ud800']) {
      await stage.refuses(
        { method, path, as, json: { user: { name } } }, 400, { status: 400, error: 'Bad Request' }, detail,
        { pointer: '/body/user/name' },
      );
    }
  });

  refusesEmptyBodies(stage, method, 'user', () => path);

  it('422 with all that is wrong, by field, and changes nothing', async () => {
    const as = await stage.person();
    const before = await stage.done({ method: 'GET', path, as });
    const user = {
      name: 'x', time_zone: 'Moon/Tycho', average_hourly_rate: -1, work_hours_per_day: 0, currency: 'XXX', volume: 9,
      color: 'red',
    };
    const faults = {
      color: ['is invalid'], volume: ['must be less than 4'], currency: ['is not included in the list'],
      work_hours_per_day: ['must be greater than 0'],
      average_hourly_rate: ['must be greater than 0'], time_zone: ['is invalid'],
    };
    const detail = Object.entries(faults).map(([field, [text]]) => `${field} ${text}`).join(', ');
    await stage.refuses({ method, path, as, json: { user } }, 422, faults, detail);
    expect(await stage.done({ method: 'GET', path, as })).toEqual(before);
  });
}

/** How a tomato is changed, which PUT and PATCH do alike. */
export function retagsTomatoes(stage: PomodoroStage, method: 'PUT' | 'PATCH'): void {
  const retag = (as: Person, { id }: Tomato, tomato: object) => stage.done<Tomato>({
    method, path: `/api/tomatoes/${id}`, as, json: { tomato },
  });

  it('200 with the tomato and its address, and replaces all tags', async () => {
    const as = await stage.person();
    const tomato = await stage.record(as, 'one, two');
    const request = {
      method, headers: { authorization: as.token, 'content-type': 'application/json' },
      body: '{"tomato":{"tag_list":"three"}}',
    };
    const response = await fetch(`${stage.url}/api/tomatoes/${tomato.id.toUpperCase()}`, request);
    expect([response.status, response.headers.get('location')]).toEqual([
      200, `${publicUrl}/api/tomatoes/${tomato.id}`,
    ]);
    expect(await response.json()).toEqual({ ...tomato, tags: ['three'], updated_at: expect.any(String) });
  });

  it('200 and moves updated_at only if the tags do, created_at never', async () => {
    const as = await stage.person();
    const [tomato] = (await stage.recordAt(as, '2026-11-22T12:00:00Z')) as [Tomato];
    const updated = async (tagList: string) => {
      vi.advanceTimersByTime(1000);
      const { created_at: created, updated_at } = await retag(as, tomato, { tag_list: tagList });
      expect(created).toBe('2026-11-22T12:00:00.000Z');
      return updated_at;
    };
    expect(await updated('a, b')).toBe('2026-11-22T12:00:01.000Z');
    expect(await updated(' a,b,')).toBe('2026-11-22T12:00:01.000Z');
    expect(await updated('b, a')).toBe('2026-11-22T12:00:03.000Z');
    vi.useRealTimers();
  });

  refusesEmptyBodies(stage, method, 'tomato', async (as) => `/api/tomatoes/${(await stage.record(as)).id}`);

  describe('422 for tags that are', () => {
    it.each([null, 5, true])('%j', async (tagList) => {
      const as = await stage.person();
      const { id } = await stage.record(as, 'kept');
      const path = `/api/tomatoes/${id}`;
      await stage.refuses(
        { method, path, as, json: { tomato: { tag_list: tagList } } }, 422, { tag_list: ['is invalid'] },
        'tag_list is invalid',
      );
      expect(await stage.done({ method: 'GET', path, as })).toMatchObject({ tags: ['kept'] });
    });
  });

  it('404 before what is wrong with the body', async () => {
    const as = await stage.person();
    const path = '/api/tomatoes/000000000000000000000000';
    await stage.refuses({ method, path, as, json: {} }, 404, { status: 404, error: 'Not Found' }, 'Not Found');
  });
}
