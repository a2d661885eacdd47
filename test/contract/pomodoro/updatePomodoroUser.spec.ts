import { expect, it } from 'vitest';
import { describeOperation } from '../../support/operation.js';
import { PomodoroStage } from '../../support/pomodoro.js';
import { refusesAsEveryOperation } from '../../support/pomodoro-refusals.js';
import { changesUsers } from '../../support/pomodoro-changes.js';

describeOperation('updatePomodoroUser', PomodoroStage, (stage) => {
  const change = { method: 'PATCH', path: '/api/user' };
  refusesAsEveryOperation(stage, 'updatePomodoroUser', () => ({ ...change, json: { user: { volume: 3 } } }));
  changesUsers(stage, 'PATCH');

  it('200 for many at once, of which none is lost', async () => {
    const urls = stage.dialect === 'postgresql' ? [stage.url, (await stage.start()).url] : [stage.url];
    const as = await stage.person();
    const settings = {
      name: 'A', email: 'b', image: 'c', color: '#ffffff', volume: 3, ticking: true, currency: 'EUR',
      work_hours_per_day: 3,
    };
    const answers = await Promise.all(Object.entries(
      settings,
    ).map(([name, value], index) => fetch(urls[index % urls.length]! + change.path, {
      method: 'PATCH',
      headers: { authorization: as.token, 'content-type': 'application/json' },
      body: JSON.stringify({ user: { [name]: value } }),
    })));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect((await stage.get(change.path, { as })).body).toMatchObject(settings);
  });
});
