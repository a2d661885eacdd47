import { afterEach, describe, expect, it, vi } from 'vitest';
import { send } from '../../support/http.js';
import { describeOperation } from '../../support/operation.js';
import { type Person, PomodoroStage, publicUrl, type Tomato } from '../../support/pomodoro.js';
import { refusesEmptyBodies } from '../../support/pomodoro-changes.js';
import { refusesAsEveryOperation } from '../../support/pomodoro-refusals.js';

const path = '/api/tomatoes';
const post = { method: 'POST', path };

describeOperation('createTomato', PomodoroStage, (stage) => {
  refusesAsEveryOperation(stage, 'createTomato', () => ({ ...post, json: { tomato: { tag_list: 'a' } } }));
  afterEach(() => void vi.useRealTimers());

  const countOf = async (as: Person) => {
    const { body } = await stage.get(path, { as });
    return (body as { pagination: { total_count: number } }).pagination.total_count;
  };

  describe('201', () => {
    it('records a tomato that ends now, and tells its address', async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T12:00:00.123Z') });
      const as = await stage.person();
      const { status, headers, body } = await stage.post(
        path, { as, json: { tomato: { tag_list: 'one, two', id: 'x', created_at: '2000-01-01', tags: ['c'] } } },
      );
      const { id } = body as Tomato;
      expect({ status, body }).toEqual({
        status: 201, body: {
          id, created_at: '2026-11-22T12:00:00.123Z', updated_at: '2026-11-22T12:00:00.123Z', tags: ['one', 'two'],
        },
      });
      expect(headers).toMatchObject({
        'content-type': 'application/json', location: `${publicUrl}/api/tomatoes/${id}`,
      });
      expect((await stage.get(`${path}/${id}`, { as })).body).toEqual(body);
    });

    it.each([
      ['', []], [',', []], [' a ,b b,, A,a,', ['a', 'b b', 'A', 'a']], ['<&>"\'é🍅', ['<&>"\'é🍅']],
      ['__proto__', ['__proto__']],
    ])(
      'makes of the list "%s" the tags %j', async (list, tags) => {
        expect(await stage.record(await stage.person(), list)).toMatchObject({ tags });
      },
    );

    it('takes ten thousand tags', async () => {
      const list = Array.from({ length: 10_000 }, (_, index) => String(index));
      expect(await stage.record(await stage.person(), list.join(','))).toMatchObject({ tags: list });
    });

    it.each<[string, string, (token: string) => string]>([
      ['with the token as a parameter', path, (token) => `token=${token}&tomato[tag_list]=a%2C+b`],
      ['that has the zone', path, (token) => `token=${token}&tomato[tag_list]=a, b&time_zone=UTC`],
      [
        'with members of the last value', path,
        (token) => `token=x&token=${token}&tomato[tag_list]=x&tomato[tag_list]=a,b&tomato[x][y]=1`,
      ],
    ])('takes a form without a content type, %s', async (_, target, bodyOf) => {
      const { token } = await stage.person();
      const body = bodyOf(token);
      const answer = await stage.raw(
        `POST ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
      expect(answer).toMatchObject({ status: 201, body: { tags: ['a', 'b'] } });
    });

    it('takes the token from the query, a form or JSON, if there is no header', async () => {
      const wanted = { tomato: { tag_list: '' } };
      const [query, json, both] = [await stage.person(), await stage.person(), await stage.person()];
      expect((await stage.post(`${path}?token=${query.token}`, { json: wanted })).status).toBe(201);
      expect((await stage.post(path, { json: { ...wanted, token: json.token } })).status).toBe(201);
      expect((await stage.post(`${path}?token=${both.token}`, { json: { ...wanted, token: 'nonsense' } })).status).toBe(
        201,
      );
      for (const authorization of ['', 'nonsense']) {
        expect((await stage.post(
          `${path}?token=${query.token}`, { as: { authorization }, json: { ...wanted, token: query.token } },
        )).status).toBe(401);
      }
      for (const token of ['nonsense', '', null, 5, [json.token], { a: json.token }]) {
        expect((await stage.post(path, { json: { ...wanted, token } })).status).toBe(401);
      }
    });

    it('shows times in the zone of the request, wherever it stands', async () => {
      const shown = async (json: object, headers = {}, query = '') => {
        const { body } = await stage.post(
          path + query, { as: await stage.person(), json: { tomato: { tag_list: '' }, ...json }, headers },
        );
        return (body as Tomato).created_at.slice(23);
      };
      expect(await shown({ time_zone: 'Asia/Tokyo' })).toBe('+09:00');
      expect(await shown({ time_zone: 'Asia/Tokyo' }, {}, '?time_zone=Asia/Kolkata')).toBe('+05:30');
      expect(await shown({ time_zone: 'Asia/Tokyo' }, { 'time-zone': 'America/Bogota' })).toBe('-05:00');
      expect(await shown({ time_zone: 5 })).toBe('Z');
      expect(await shown({ time_zone: null })).toBe('Z');
    });
  });

  refusesEmptyBodies(stage, 'POST', 'tomato', () => path);

  it.each([[['a']], [{ a: 1 }], [undefined]])('400 for tags that are as good as none: %j', async (tagList) => {
    const request = { ...post, as: await stage.person(), json: { tomato: { tag_list: tagList }, tag_list: 'a' } };
    await stage.refuses(request, 400, { missing_param: 'tomato' }, 'tomato is missing');
  });

  it.each([null, 5, true])('422 for tags that are %j, even too early', async (tagList) => {
    const as = await stage.person();
    await stage.record(as);
    await stage.refuses(
      { ...post, as, json: { tomato: { tag_list: tagList } } }, 422, { tag_list: ['is invalid'] },
      'tag_list is invalid',
    );
  });

  describe('422 within 25 minutes', () => {
    it.each([
      ['12:00:00.000', 'please wait 25 minutes'],
      ['12:00:00.010', 'please wait 24 minutes, 59 seconds'],
      ['12:00:59.000', 'please wait 24 minutes, 1 second'],
      ['12:01:00.000', 'please wait 24 minutes'],
      ['12:23:00.500', 'please wait 1 minute, 59 seconds'],
      ['12:24:58.000', 'please wait 2 seconds'],
      ['12:24:59.001', 'please wait '],
      ['11:59:00.000', 'please wait 26 minutes'],
    ])('at %s: %s', async (time, wait) => {
      const as = await stage.person();
      await stage.recordAt(as, '2026-11-22T12:00:00.000Z');
      vi.setSystemTime(Date.parse(`2026-11-22T${time}Z`));
      const text = `Must not overlap saved tomatoes, ${wait}`;
      await stage.refuses({ ...post, as, json: { tomato: { tag_list: 'again' } } }, 422, { base: [text] }, text);
      expect(await countOf(as)).toBe(1);
    });

    it('and not one millisecond longer, nor for others', async () => {
      const [aino, eero] = [await stage.person(), await stage.person()];
      await stage.recordAt(aino, '2026-11-22T12:00:00Z', '2026-11-22T12:25:00Z');
      await stage.recordAt(eero, '2026-11-22T12:25:00Z');
      expect([await countOf(aino), await countOf(eero)]).toEqual([2, 1]);
    });

    it('for all but one of twenty at once', async () => {
      const urls = stage.dialect === 'postgresql' ? [stage.url, (await stage.start()).url] : [stage.url];
      const people = await Promise.all([1, 2, 3].map(() => stage.person()));
      const answers = await Promise.all(people.flatMap((as) => Array.from({ length: 20 }, async (_, index) =>
        ({ as, answer: await send(
          urls[index % urls.length]!, { ...post, as, json: { tomato: { tag_list: String(index) } } },
        ) }))));
      for (const person of people) {
        const statuses = answers.filter(({ as }) => as === person).map(({ answer }) => answer.status);
        expect(statuses.sort()).toEqual([201, ...Array.from({ length: 19 }, () => 422)]);
        expect(await countOf(person)).toBe(1);
      }
    });
  });
});
