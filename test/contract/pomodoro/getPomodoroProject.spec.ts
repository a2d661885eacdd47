import { expect, it } from 'vitest';
import { describeOperation } from '../../support/operation.js';
import { makeProject } from '../../support/pomodoro-projects.js';
import { PomodoroStage } from '../../support/pomodoro.js';
import { refusesAsEveryOperation } from '../../support/pomodoro-refusals.js';

describeOperation('getPomodoroProject', PomodoroStage, (stage) => {
  refusesAsEveryOperation(stage, 'getPomodoroProject', async (as) => (
    { method: 'GET', path: `/api/projects/${(await makeProject(stage, as, { name: 'x' })).id}` }));

  it('200 shows a project, its id in either case, in the zone of the request', async () => {
    const as = await stage.person();
    const project = await makeProject(stage, as, { name: 'Web app', tag_list: 'a' });
    for (const id of [project.id, project.id.toUpperCase(), `${project.id}/`]) {
      const { status, headers, body } = await stage.get(`/api/projects/${id}`, { as });
      expect({ status, body }).toEqual({ status: 200, body: project });
      expect(headers).not.toHaveProperty('location');
    }
    const { body } = await stage.get(`/api/projects/${project.id}`, { as, headers: { 'time-zone': 'Asia/Tokyo' } });
    expect(body).toMatchObject({
      created_at: expect.stringMatching(/\+09:00$/), updated_at: expect.stringMatching(/\+09:00$/),
    });
  });
});
