import { expect, it } from 'vitest';
import { describeOperation } from '../../support/operation.js';
import { PomodoroStage } from '../../support/pomodoro.js';
import { refusesAsEveryOperation } from '../../support/pomodoro-refusals.js';

describeOperation('getTomato', PomodoroStage, (stage) => {
  refusesAsEveryOperation(
    stage, 'getTomato', async (as) => ({ method: 'GET', path: `/api/tomatoes/${(await stage.record(as)).id}` }),
  );

  it('200 shows a tomato, its id in either case, with or without a slash behind it', async () => {
    const as = await stage.person();
    const tomato = await stage.record(as, 'one, two');
    for (const id of [tomato.id, tomato.id.toUpperCase(), `${tomato.id}/`]) {
      const { status, headers, body } = await stage.get(`/api/tomatoes/${id}`, { as });
      expect({ status, body }).toEqual({ status: 200, body: tomato });
      expect(headers).not.toHaveProperty('location');
    }
  });

  it('200 with times in the zone of the request', async () => {
    const as = await stage.person();
    const { id, created_at: created } = await stage.record(as);
    const { body } = await stage.get(`/api/tomatoes/${id}?time_zone=Asia/Kolkata`, { as });
    const zoned = (body as { created_at: string }).created_at;
    expect(zoned).toMatch(/\+05:30$/);
    expect(Date.parse(zoned)).toBe(Date.parse(created));
  });
});
