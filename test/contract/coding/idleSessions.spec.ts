import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CodingStage, ok, type Person } from '../../support/coding.js';
import { send } from '../../support/http.js';
import { describeOnStage } from '../../support/operation.js';

const startMs = Date.UTC(2030, 0, 1, 12);
const work = { project_name: 'guildhall', language: 'typescript', editor_name: 'Neovim', hostname: 'workbench' };
const stored = { ...work, start_time: startMs / 1000, duration: 100 };

describeOnStage('sessions that are left alone', CodingStage, (stage) => {
  let aino: Person;
  const later = (seconds: number) => vi.setSystemTime(startMs + seconds * 1000);
  const sweepAt = (seconds: number) => {
    later(seconds - 60);
    vi.advanceTimersByTime(60_000);
  };
  const beat = (url = stage.url) => send(url, { method: 'POST', path: '/activity/update', as: aino, json: work });

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: startMs });
    aino = await stage.person();
    await beat();
    later(100);
    await beat();
  });
  afterEach(async () => {
    vi.useRealTimers();
    await stage.sql('delete from coding_running_session');
  });

  it('are stored by a sweep every minute, once no heartbeat could extend them', async () => {
    const sweeping = await stage.start();
    sweepAt(1000);
    expect(await beat()).toEqual(ok('PT1000S'));
    sweepAt(1900.001);
    await vi.waitFor(async () => expect(await stage.sessions(aino)).toEqual([{ ...stored, duration: 1000 }]));
    expect(await beat()).toEqual(ok('0'));
    await stage.stop(sweeping);
  });

  it('are stored when the server starts, however many they are', async () => {
    const many = 'with recursive n (i) as (select 1001 union all select i + 1 from n where i < 1450)';
    await stage.sql(`${many} insert into account (id, created_at_ms) select i, 0 from n`);
    await stage.sql(`${many}
      insert into coding_profile (account_id, username, username_key, friend_code, registered_at_ms)
      select i, 'idle_' || i, 'idle_' || i, 'code ' || i, 0 from n`);
    // The server is to go on after those that stopped at one moment, too.
    await stage.sql(`${many} insert into coding_running_session (account_id, started_at_ms, last_heartbeat_at_ms)
      select i, ${startMs}, ${startMs} + i / 300 from n`);
    later(1001);
    await stage.start();
    const running = 'select account_id from coding_running_session';
    await vi.waitFor(async () => expect(await stage.sql(running)).toEqual([]));
    const once = 'group by account_id having count(*) = 1';
    const rows = await stage.sql(`select account_id from coding_session where account_id > 1000 ${once}`);
    expect(rows).toHaveLength(450);
    expect(await stage.sessions(aino)).toEqual([stored]);
  });

  it('run on when another server takes over', async () => {
    await stage.stop(await stage.start());
    later(1000);
    const { url } = await stage.start();
    expect(await beat(url)).toEqual(ok('PT1000S'));
    expect(await stage.sessions(aino)).toEqual([]);
  });
});
