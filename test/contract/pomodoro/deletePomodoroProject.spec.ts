import { expect, it } from 'vitest';
import { send } from '../../support/http.js';
import { describeOperation } from '../../support/operation.js';
import { makeProject } from '../../support/pomodoro-projects.js';
import { notFound, PomodoroStage } from '../../support/pomodoro.js';
import { refusesAsEveryOperation } from '../../support/pomodoro-refusals.js';

describeOperation('deletePomodoroProject', PomodoroStage, (stage) => {
  refusesAsEveryOperation(stage, 'deletePomodoroProject', async (as) => (
    { method: 'DELETE', path: `/api/projects/${(await makeProject(stage, as, { name: 'x' })).id}` }));

  it('204 without a body, and then it is gone; tomatoes with its tags stay', async () => {
    const as = await stage.person();
    const tomato = await stage.record(as, 'acme');
    const { id } = await makeProject(stage, as, { name: 'x', tag_list: 'acme' });
    const request = { method: 'DELETE', path: `/api/projects/${id}`, as };
    const { status, headers, body } = await send(stage.url, request);
    expect({ status, headers, body }).toEqual({ status: 204, headers: {}, body: '' });
    await stage.refuses(request, 404, notFound, 'Not Found');
    expect((await stage.get('/api/projects', { as })).body).toMatchObject({
      projects: [], pagination: { total_count: 0 },
    });
    expect((await stage.get(`/api/tomatoes/${tomato.id}`, { as })).status).toBe(200);
  });
});
