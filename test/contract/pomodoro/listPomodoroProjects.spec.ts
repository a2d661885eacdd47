import { afterEach, describe, expect, it, vi } from 'vitest';
import { describeOperation } from '../../support/operation.js';
import { makeProject, type Project } from '../../support/pomodoro-projects.js';
import { type Person, PomodoroStage } from '../../support/pomodoro.js';
import { refusesAsEveryOperation } from '../../support/pomodoro-refusals.js';

interface Page {
  readonly projects: readonly Project[];
  readonly pagination: unknown;
}

const path = '/api/projects';

describeOperation('listPomodoroProjects', PomodoroStage, (stage) => {
  refusesAsEveryOperation(stage, 'listPomodoroProjects', () => ({ method: 'GET', path }));
  afterEach(() => void vi.useRealTimers());

  const list = (as: Person, query = '') => stage.done<Page>({ method: 'GET', path: path + query, as });
  const names = async (as: Person, query = '') => (await list(as, query)).projects.map(({ name }) => name);

  it('200 with the latest first, those of one moment too, 25 on a page, and only one\'s own', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T12:00:00Z') });
    const as = await stage.person();
    for (let index = 0; index < 26; index += 1) {
      if (index === 20) vi.advanceTimersByTime(1);
      await makeProject(stage, as, { name: String(index) });
    }
    await makeProject(stage, await stage.person(), { name: 'Secret' });
    const latestFirst = Array.from({ length: 26 }, (_, index) => String(25 - index));
    expect(await names(as)).toEqual(latestFirst.slice(0, 25));
    expect(await list(as, '?page=2')).toMatchObject({
      projects: [{ name: '0' }], pagination: { current_page: 2, total_pages: 2, total_count: 26 },
    });
    expect(await list(as, '?page=3')).toEqual({
      projects: [], pagination: { current_page: 3, total_pages: 2, total_count: 26 },
    });
  });

  it('200 with an empty list of no pages', async () => {
    expect(await list(await stage.person())).toEqual({
      projects: [], pagination: { current_page: 1, total_pages: 0, total_count: 0 },
    });
  });

  describe('200 with a list of tags', () => {
    let person: Promise<Person> | undefined;
    const withProjects = () => (person ??= (async () => {
      const as = await stage.person();
      for (const [name, tags] of [
        ['a', 'a, shared'], ['b', 'b, shared, b'], ['none', ''], ['quoted', '"x", \'y\', $1, ?'], ['é', 'é'],
      ]) {
        await makeProject(stage, as, { name, tag_list: tags });
      }
      return as;
    })());

    it.each([
      ['a', ['a']], ['a, b', ['b', 'a']], ['shared', ['b', 'a']], ['A', []], ['', []], [',', []], ['a,a,a', ['a']],
      ['share', []], ['é', ['é']],
      ['"x"', ['quoted']], ['\'y\'', ['quoted']], ['?', ['quoted']], ['$1', ['quoted']], ['a\\', []],
      ["' or 1=1 --", []],
    ])('"%s": %j', async (tags, found) => {
      const as = await withProjects();
      expect(await names(as, `?tag_list=${encodeURIComponent(tags)}`)).toEqual(found);
      const { pagination } = await list(as, `?tag_list=${encodeURIComponent(tags)}`);
      expect(pagination).toEqual({
        current_page: 1, total_pages: Math.min(found.length, 1), total_count: found.length,
      });
    });

    it('of which the last counts, and lists are not known', async () => {
      const as = await withProjects();
      expect(await names(as, '?tag_list=a&tag_list=b')).toEqual(['b']);
      expect(await names(as, '?tag_list[]=a')).toHaveLength(5);
    });
  });
});
