import { describe, expect, it } from 'vitest';
import { describeOperation } from '../../support/operation.js';
import { PomodoroStage, publicUrl } from '../../support/pomodoro.js';
import { refusesEmptyBodies } from '../../support/pomodoro-changes.js';
import { type Project, refusesWrongProjects } from '../../support/pomodoro-projects.js';
import { refusesAsEveryOperation } from '../../support/pomodoro-refusals.js';

const path = '/api/projects';
const post = { method: 'POST', path };

describeOperation('createPomodoroProject', PomodoroStage, (stage) => {
  refusesAsEveryOperation(stage, 'createPomodoroProject', () => ({ ...post, json: { project: { name: 'Web app' } } }));
  const make = async (json: object) => stage.done<Project>({ ...post, as: await stage.person(), json });

  describe('201', () => {
    it('makes a project, and tells its address', async () => {
      const as = await stage.person();
      const project = { name: 'Web app', tag_list: 'ruby, acme', money_budget: 1200, time_budget: 120 };
      const { status, headers, body } = await stage.post(path, { as, json: { project } });
      const { id, created_at: at } = body as Project;
      expect(status).toBe(201);
      expect(JSON.stringify(body)).toBe(JSON.stringify({
        id, created_at: at, updated_at: at, tags: ['ruby', 'acme'], name: 'Web app', money_budget: 1200,
        time_budget: 120,
      }));
      expect(headers).toMatchObject({
        'content-type': 'application/json', location: `${publicUrl}/api/projects/${id}`,
      });
      expect((await stage.get(`${path}/${id}`, { as })).body).toEqual(body);
    });

    it('needs a name only, which others may have', async () => {
      const as = await stage.person();
      for (const name of ['Web app', 'Web app', 5, true, ' x ', '__proto__', 'x'.repeat(20_000)]) {
        expect(await stage.done({ ...post, as, json: { project: { name } } })).toMatchObject({
          name: String(name), tags: [], money_budget: null, time_budget: null,
        });
      }
    });

    it.each<[unknown, number | null]>([
      [5.7, 5], ['5.7', 5], ['1e3', 1000], [' 7 ', 7], [0.5, 0], [null, null], ['', null], [' ', null], [[], null],
      [{}, null],
      [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ])('takes the budgets %j for %j', async (given, kept) => {
      expect(await make({ project: { name: 'x', money_budget: given, time_budget: given } })).toMatchObject({
        money_budget: kept, time_budget: kept,
      });
    });

    it('takes tags in a list for none', async () => {
      expect(await make({ project: { name: 'x', tag_list: ['a'] } })).toMatchObject({ tags: [] });
    });

    it('takes members without a root, but not tags', async () => {
      expect(await make({ name: 'x', money_budget: 5, time_budget: '6', tag_list: 'lost' })).toMatchObject({
        name: 'x', tags: [], money_budget: 5, time_budget: 6,
      });
    });

    it('takes a form, and no form without a root', async () => {
      const as = await stage.person();
      const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' };
      const body = new URLSearchParams({
        'project[name]': 'é 5', 'project[tag_list]': 'a,b', 'project[money_budget]': '10',
      }).toString();
      expect(await stage.done({ ...post, as, body, headers })).toMatchObject({
        name: 'é 5', tags: ['a', 'b'], money_budget: 10, time_budget: null,
      });
      await stage.refuses(
        { ...post, as, body: 'name=x', headers }, 400, { missing_param: 'project' }, 'project is missing',
      );
    });
  });

  it('201 for parts, of which a file is as good as none', async () => {
    const { token } = await stage.person();
    const part = (name: string, value: string, file = '') =>
      `--x\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
    const parts = [
      part('token', token), part('project[name]', 'x'), part('project[time_budget]', '5'),
      part('project[tag_list]', 'a', '; filename="a.txt"'),
    ];
    const body = `${parts.join('')}--x--\r\n`;
    const head = `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n`;
    const type = 'content-type: multipart/form-data; boundary=x';
    const answer = await stage.raw(`${head}${type}\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    expect(answer).toMatchObject({ status: 201, body: { name: 'x', tags: [], money_budget: null, time_budget: 5 } });
  });

  refusesEmptyBodies(stage, 'POST', 'project', () => path);
  refusesWrongProjects(stage, 'POST', () => path);

  it('422 without a name', async () => {
    const request = { ...post, as: await stage.person(), json: {
      project: { tag_list: 'a', money_budget: -5, time_budget: 'x' },
    } };
    const faults = {
      name: ["can't be blank"], money_budget: ['must be greater than 0'], time_budget: ['is not a number'],
    };
    await stage.refuses(
      request, 422, faults, "name can't be blank, money_budget must be greater than 0, time_budget is not a number",
    );
    expect((await stage.get(path, { as: request.as })).body).toMatchObject({ projects: [] });
  });
});
