import { expect, it } from 'vitest';
import { send } from '../../support/http.js';
import { describeOperation } from '../../support/operation.js';
import { notFound, PomodoroStage } from '../../support/pomodoro.js';
import { refusesAsEveryOperation } from '../../support/pomodoro-refusals.js';

describeOperation('deleteTomato', PomodoroStage, (stage) => {
  refusesAsEveryOperation(
    stage, 'deleteTomato', async (as) => ({ method: 'DELETE', path: `/api/tomatoes/${(await stage.record(as)).id}` }),
  );

  it('204 without a body, and then it is gone', async () => {
    const as = await stage.person();
    const { id } = await stage.record(as);
    const request = { method: 'DELETE', path: `/api/tomatoes/${id}`, as };
    const { status, headers, body } = await send(stage.url, request);
    expect({ status, headers, body }).toEqual({ status: 204, headers: {}, body: '' });
    await stage.refuses(request, 404, notFound, 'Not Found');
    expect((await stage.get('/api/tomatoes', { as })).body).toMatchObject({
      tomatoes: [], pagination: { total_count: 0 },
    });
  });

  it('204 and makes room for another at once', async () => {
    const as = await stage.person();
    for (let turn = 0; turn < 3; turn += 1) {
      const { id } = await stage.record(as);
      await stage.done({ method: 'DELETE', path: `/api/tomatoes/${id.toUpperCase()}/`, as });
    }
  });

  it('204 to one of many who delete it at once', async () => {
    const urls = stage.dialect === 'postgresql' ? [stage.url, (await stage.start()).url] : [stage.url];
    const as = await stage.person();
    const { id } = await stage.record(as);
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) =>
      send(urls[index % urls.length]!, { method: 'DELETE', path: `/api/tomatoes/${id}`, as })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 9 }, () => 404)]);
  });
});
