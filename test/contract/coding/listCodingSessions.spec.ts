import { beforeAll, describe, expect, it } from 'vitest';
import { answered, challenge, CodingStage, fullLimit, type Person } from '../../support/coding.js';
import { refusesAsEveryOperation } from '../../support/coding-refusals.js';
import { send } from '../../support/http.js';
import { describeOperation } from '../../support/operation.js';

const start = Date.UTC(2030, 0, 1, 12) / 1000;
const sessions = [
  { language: 'c', hostname: 'workbench', editor_name: 'Neovim', project_name: 'guildhall', duration: 0 },
  { language: null, hostname: null, editor_name: null, project_name: null, duration: 59 },
  { language: '', hostname: 'Workbench', editor_name: 'Zed', project_name: '__proto__', duration: 60 },
  { language: 'c', hostname: '', editor_name: 'Zed', project_name: "it's 100 %", duration: 2_147_483_647 },
].map((session, index) => ({ ...session, start_time: start + index }));

describeOperation('listCodingSessions', CodingStage, (stage) => {
  const list = { method: 'GET', path: '/users/@me/activity/data' };
  let aino: Person;
  let eero: Person;
  refusesAsEveryOperation(stage, 'listCodingSessions', list);

  const store = async (person: Person, rows: readonly (typeof sessions)[number][]) => {
    const { body } = await stage.get('/users/@me', { as: person });
    const text = (value: string | null) => (value === null ? 'null' : `'${value.replaceAll("'", "''")}'`);
    const values = rows.map((row) => {
      const texts = [row.project_name, row.language, row.editor_name, row.hostname].map(text);
      // The milliseconds tell whether seconds are rounded down.
      return `(${[(body as { id: number }).id, ...texts, row.start_time * 1000 + 999, row.duration].join()})`;
    });
    const columns = 'account_id, project_name, language, editor_name, hostname, started_at_ms, duration_seconds';
    await stage.sql(`insert into coding_session (${columns}) values ${values.join()}`);
  };
  const indexes = async (query: string) =>
    (await stage.sessions(aino, query) as typeof sessions).map(({ start_time: time }) => time - start);

  beforeAll(async () => {
    [aino, eero] = [await stage.person(), await stage.person()];
    await store(aino, sessions.toReversed());
  });

  describe('200', () => {
    const headers = { ...fullLimit, 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const data = (body: unknown) => ({ status: 200, headers, body });

    it('lists the caller\'s own sessions, earliest first', async () => {
      for (const name of ['@me', '%40me', aino.username, aino.username.toUpperCase()]) {
        expect(await stage.get(`/users/${name}/activity/data`, { as: aino })).toEqual(data(sessions));
      }
      expect(await stage.get('/users/@me/activity/data', { as: eero })).toEqual(data([]));
    });

    it('lists a friend\'s sessions, in both directions', async () => {
      const helmi = await stage.person();
      await stage.befriend(helmi, aino);
      const of = ({ username }: Person) => `/users/${username.toLowerCase()}/activity/data`;
      expect(await stage.get(`${of(aino)}?language=`, { as: helmi })).toEqual(data([sessions[2]]));
      expect(await stage.get(of(helmi), { as: aino })).toEqual(data([]));
    });

    it.each([
      ['language=c', [0, 3]],
      ['language=C', []],
      ['language=', [2]],
      ['language=null', []],
      ['editor=Zed', [2, 3]],
      ['editor_name=Zed', [2, 3]],
      ['editor=Zed&editor_name=Zed', [2, 3]],
      ['editor=Zed&editor_name=Neovim', []],
      ['project_name=__proto__', [2]],
      ['project_name=it%27s%20100%20%25', [3]],
      ['project_name=it%27s+100+%25', [3]],
      ['hostname=workbench', [0]],
      ['hostname=', [3]],
      ['hostname=%25', []],
      ['language=c&editor=Zed', [3]],
      ['min_duration=1', [1, 2, 3]],
      ['min_duration=60', [2, 3]],
      ['min_duration=2147483647', [3]],
      ['min_duration=-2147483648', [0, 1, 2, 3]],
      [`from=${start + 1}`, [1, 2, 3]],
      [`to=${start + 1}`, [0, 1]],
      [`from=${start + 1}&to=${start + 1}`, [1]],
      [`from=${start + 2}&to=${start + 1}`, []],
      ['from=-8640000000000&to=8640000000000', [0, 1, 2, 3]],
      ['from=8640000000000', []],
      ['to=-1', []],
      ['Language=x&min-duration=9&page=2&page=3&__proto__=1&toString=1', [0, 1, 2, 3]],
    ])('narrows the list by %s', async (query, expected) => {
      expect(await indexes(`?${query}`)).toEqual(expected);
    });

    it('lists all of many, among them many that began at one moment', async () => {
      const helmi = await stage.person();
      const many = Array.from({ length: 3500 }, (_, index) =>
        ({ ...sessions[0]!, start_time: start + Math.max(0, index - 2500), duration: index }));
      await store(helmi, many);
      expect(await stage.sessions(helmi)).toEqual(many);
      expect(await stage.sessions(helmi, `?min_duration=999&to=${start}`)).toEqual(many.slice(999, 2501));
    });

    it('has a head', async () => {
      const answer = await send(stage.url, { ...list, method: 'HEAD', as: aino });
      expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' }, body: '' });
    });
  });

  it.each([
    ...['a', '', '1.5', '1e3', '0x10', ' 1', '9'.repeat(400)].map((text) => ['min_duration', text, 'must be integer']),
    ['min_duration', '2147483648', 'has to fit into 32 bits'],
    ['min_duration', '-2147483649', 'has to fit into 32 bits'],
    ['from', 'yesterday', 'must be integer'],
    ['from', '8640000000001', 'must be <= 8640000000000'],
    ['to', '2030-01-01', 'must be integer'],
    ['to', '-8640000000001', 'must be >= -8640000000000'],
    ['language', '\0', 'holds text that cannot be kept'],
    ['project_name', 'a\0', 'holds text that cannot be kept'],
  ] as [string, string, string][])('400 for %s=%.20j', async (name, value, rule) => {
    const request = { ...list, path: `${list.path}?${name}=${encodeURIComponent(value)}`, as: aino };
    await stage.refuses(request, 400, `${name} ${rule}`, { pointer: `/query/${name}` });
  });

  it.each(['language', 'editor', 'editor_name', 'project_name', 'hostname', 'min_duration', 'from', 'to'])(
    '400 for a repeated %s', async (name) => {
      const { status, body } = await stage.get(`${list.path}?${name}=1&${name}=1`, { as: aino });
      expect([status, body]).toEqual([400, { error: expect.stringMatching(new RegExp(`^${name} must be `)) }]);
    },
  );

  it('401 for a stranger\'s sessions, of whom no more is told', async () => {
    const request = { method: 'GET', path: `/users/${aino.username}/activity/data`, as: eero };
    await stage.refuses(request, 401, 'You are not authorized', { headers: { ...fullLimit, ...challenge } });
    expect(await stage.get(`${request.path}?min_duration=x`, { as: eero })).toMatchObject({ status: 400 });
  });

  it.each(['nobody', '@ME', '@@me', 'Person 1', 'aino%2Feero', '%E2%84%AAim', 'x'.repeat(1000), '__proto__', "'--"])(
    '404 for %.20s, whom nobody knows', async (name) => {
      await stage.refuses({ method: 'GET', path: `/users/${name}/activity/data`, as: aino }, 404, 'User not found');
    },
  );

  it('404 for a name that no text can hold, as such a path does not exist', async () => {
    expect(await stage.get('/users/%00/activity/data', { as: aino }))
      .toEqual(answered(404, { error: 'Not Found' }, fullLimit));
  });
});
