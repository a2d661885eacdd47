import { afterEach, expect, it, vi } from 'vitest';
import { accountEntities, Accounts, Credentials } from '#accounts';
import { Database } from '#persistence';
import { People } from '../../../apps/api/src/pomodoro/people.service.js';
import { ScoreKeeper } from '../../../apps/api/src/pomodoro/score-keeper.service.js';
import { ScoreSweep } from '../../../apps/api/src/pomodoro/score-sweep.service.js';
import { describeOnStage } from '../../support/operation.js';
import { makeProject } from '../../support/pomodoro-projects.js';
import { PomodoroStage } from '../../support/pomodoro.js';

describeOnStage('what is kept of people', PomodoroStage, (stage) => {
  afterEach(() => void vi.useRealTimers());

  const onDatabase = async <Result>(act: (database: Database) => Promise<Result>): Promise<Result> => {
    const database = await Database.open({ url: stage.databaseUrl, entities: accountEntities });
    return act(database).finally(() => database.close());
  };
  const count = async (table: string) => {
    const [row] = await stage.sql<{ n: number }>(`select count(*) as n from pomodoro_${table}`);
    return row!.n;
  };

  it('goes with the account, from the boards too', async () => {
    const [aino, eero] = [await stage.person(), await stage.person()];
    for (const as of [aino, eero]) {
      await stage.record(as, 'a');
      await makeProject(stage, as, { name: 'x' });
    }
    await onDatabase(async (database) => {
      const credentials = new Credentials(database);
      const accounts = new Accounts(database, credentials);
      void new People(database, accounts, new ScoreKeeper(database));
      const { account } = (await credentials.resolve('pomodoroToken', aino.token))!;
      await database.write((em) => accounts.forget(em, account));
    });
    expect(await Promise.all(['profile', 'tomato', 'project', 'score'].map(count))).toEqual([1, 1, 1, 4]);
    for (const period of ['daily', 'overall']) {
      const { body } = await stage.get(`/api/leaderboard/${period}`);
      expect(body).toMatchObject({ scores: [{ score: 1 }], pagination: { total_count: 1 } });
    }
    expect((await stage.get('/api/user', { as: eero })).status).toBe(200);
  });

  it('has no scores of days that are over, once they are swept', async () => {
    for (const table of ['tomato', 'score', 'board']) await stage.sql(`delete from pomodoro_${table}`);
    const people = await Promise.all(Array.from({ length: 3 }, () => stage.person()));
    for (const as of people) await stage.recordAt(as, '2026-11-18T10:00:00Z');
    vi.setSystemTime(Date.parse('2026-11-19T00:00:00Z'));
    await stage.record(people[0]!);
    expect([await count('score'), await count('board')]).toEqual([12, 5]);
    await onDatabase((database) => new ScoreSweep(database).sweep());
    expect([await count('score'), await count('board')]).toEqual([10, 4]);
    expect((await stage.get('/api/leaderboard/daily')).body).toMatchObject({
      scores: [{ score: 1 }], pagination: { total_count: 1 },
    });
    expect((await stage.get('/api/leaderboard/weekly')).body).toMatchObject({
      scores: [{ score: 2 }, { score: 1 }, { score: 1 }],
    });
    vi.setSystemTime(Date.parse('2027-01-01T00:00:00Z'));
    await onDatabase((database) => new ScoreSweep(database).sweep());
    expect([await count('score'), await count('board')]).toEqual([3, 1]);
  });
});
