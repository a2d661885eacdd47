import { describe, expect, it, vi } from 'vitest';
import { type Person, type PomodoroStage, publicUrl } from './pomodoro.js';
import { refusesEmptyBodies } from './pomodoro-changes.js';

export interface Project {
  readonly id: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly tags: readonly string[];
  readonly name: string;
  readonly money_budget: number | null;
  readonly time_budget: number | null;
}

export const makeProject = (stage: PomodoroStage, as: Person, project: object): Promise<Project> =>
  stage.done<Project>({ method: 'POST', path: '/api/projects', as, json: { project } });

const wrong: readonly (readonly [string, unknown, string])[] = [
  ['name', '', "can't be blank"], ['name', '  \n', "can't be blank"], ['name', null, "can't be blank"],
  ['money_budget', 0, 'must be greater than 0'], ['money_budget', -0.5, 'must be greater than 0'],
  ['money_budget', 'much', 'is not a number'],
  ['money_budget', true, 'is not a number'], ['money_budget', '1e400', 'is not a number'],
  ['money_budget', 1e20, 'must be less than or equal to 9007199254740991'],
  ['time_budget', 0, 'must be greater than 0'], ['time_budget', '1,200', 'is not a number'],
  ['time_budget', '0x10', 'is not a number'],
  ['tag_list', null, 'is invalid'], ['tag_list', 5, 'is invalid'], ['tag_list', false, 'is invalid'],
];

/** How single fields that break their rules are refused. */
export function refusesWrongProjects(
  stage: PomodoroStage, method: string, pathOf: (as: Person) => Promise<string> | string,
): void {
  it.each(wrong)('422 for the %s %j', async (field, value, fault) => {
    const as = await stage.person();
    const json = { project: { name: 'x', [field]: value } };
    await stage.refuses({ method, path: await pathOf(as), as, json }, 422, { [field]: [fault] }, `${field} ${fault}`);
  });
}

/** How a project is changed, which PUT and PATCH do alike. */
export function changesProjects(stage: PomodoroStage, method: 'PUT' | 'PATCH'): void {
  const whole = { name: 'Old', tag_list: 'a, b', money_budget: 100, time_budget: 10 };
  const fresh = async (as: Person) => `/api/projects/${(await makeProject(stage, as, whole)).id}`;

  it('200 with the project and its address, and changes what is given', async () => {
    const as = await stage.person();
    const project = await makeProject(stage, as, whole);
    const request = {
      method, headers: { authorization: as.token, 'content-type': 'application/json' },
      body: '{"project":{"name":"New"}}',
    };
    const response = await fetch(`${stage.url}/api/projects/${project.id.toUpperCase()}`, request);
    expect([response.status, response.headers.get('location')]).toEqual([
      200, `${publicUrl}/api/projects/${project.id}`,
    ]);
    expect(await response.json()).toEqual({ ...project, name: 'New', updated_at: expect.any(String) });
  });

  it('200 and empties what may be empty', async () => {
    const as = await stage.person();
    const json = { project: { money_budget: null, time_budget: '', tag_list: '' } };
    expect(await stage.done({ method, path: await fresh(as), as, json })).toMatchObject({
      name: 'Old', tags: [], money_budget: null, time_budget: null,
    });
  });

  it('200 for members without a root, but for tags', async () => {
    const as = await stage.person();
    const json = { time_budget: 9, tag_list: 'lost' };
    expect(await stage.done({ method, path: await fresh(as), as, json })).toMatchObject({
      tags: ['a', 'b'], time_budget: 9,
    });
  });

  it('200 and moves updated_at only if something is different', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T12:00:00Z') });
    const as = await stage.person();
    const path = await fresh(as);
    const updated = async (project: object) => {
      vi.advanceTimersByTime(1000);
      return (await stage.done<Project>({ method, path, as, json: { project } })).updated_at;
    };
    expect(await updated({ ...whole, tag_list: ' a,b ', money_budget: '100.9' })).toBe('2026-11-22T12:00:00.000Z');
    expect(await updated({ tag_list: 'b, a' })).toBe('2026-11-22T12:00:02.000Z');
    expect(await updated({ money_budget: 101 })).toBe('2026-11-22T12:00:03.000Z');
    vi.useRealTimers();
  });

  it('200 for many at once, of which none is lost', async () => {
    const as = await stage.person();
    const path = await fresh(as);
    const changes = [{ name: 'New' }, { money_budget: 1 }, { time_budget: 2 }, { tag_list: 'c' }];
    await Promise.all(changes.map((project) => stage.done({ method, path, as, json: { project } })));
    expect(await stage.done({ method: 'GET', path, as })).toMatchObject({
      name: 'New', money_budget: 1, time_budget: 2, tags: ['c'],
    });
  });

  refusesEmptyBodies(stage, method, 'project', fresh);
  refusesWrongProjects(stage, method, fresh);

  describe('422', () => {
    it('changes nothing', async () => {
      const as = await stage.person();
      const path = await fresh(as);
      const before = await stage.done({ method: 'GET', path, as });
      const json = { project: { name: 'New', money_budget: 1, time_budget: -1 } };
      await stage.refuses(
        { method, path, as, json }, 422, { time_budget: ['must be greater than 0'] },
        'time_budget must be greater than 0',
      );
      expect(await stage.done({ method: 'GET', path, as })).toEqual(before);
    });
  });
}
