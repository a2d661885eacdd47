import { hash } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AccountsStage, type Person } from '../../support/accounts.js';
import { send } from '../../support/http.js';
import { describeOnStage } from '../../support/operation.js';

describeOnStage('sessions', AccountsStage, (stage) => {
  const startMs = Date.UTC(2030, 0, 1, 12);
  let aino: Person;

  /** Uses the session on a server of its own, which writes what it noted when it ends. */
  const useAt = async (seconds: number) => {
    vi.setSystemTime(startMs + seconds * 1000);
    const app = await stage.start();
    const request = { method: 'GET', path: '/v1/user', as: aino };
    for (const _ of [1, 2]) expect(await send(app.url, request)).toMatchObject({ status: 200 });
    await stage.stop(app);
    const rows = await stage.sql<{ at: number }>(
      'select last_used_at_ms as at from credential where hash = ?', hash('sha256', aino.session.id, 'hex'),
    );
    return rows.map(({ at }) => (at - startMs) / 1000);
  };

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: startMs });
    aino = await stage.person();
  });
  afterEach(() => void vi.useRealTimers());

  it('remember to the minute when they were used', async () => {
    expect(await useAt(5)).toEqual([5]);
    expect(await useAt(64.999)).toEqual([5]);
    expect(await useAt(65)).toEqual([65]);
    expect(await useAt(10_000)).toEqual([10_000]);
  });

  it('are a hundred of a person at most, of which a further one ends the oldest', async () => {
    const whose = 'select account_id as id from accounts_profile where email = ?';
    const [owner] = await stage.sql<{ id: number }>(whose, aino.email);
    const further = `
      insert into credential (account_id, scheme, hash, created_at_ms) values (?, 'accountsSession', ?, 0)`;
    for (let count = 1; count < 100; count += 1) await stage.sql(further, owner!.id, `${owner!.id} ${count}`);
    const eero = await stage.person();
    const lives = async (as: Person) => (await stage.get('/v1/user', { as })).status;
    expect(await lives(aino)).toBe(200);
    expect(await stage.signIn(aino.email)).toMatchObject({ status: 201 });
    expect(await lives(aino)).toBe(404);
    expect(await lives(eero)).toBe(200);
    expect(await stage.sql('select id from credential where account_id = ?', owner!.id)).toHaveLength(100);
  });

  it('outlive the server, and years', async () => {
    expect(await useAt(10 * 365 * 86_400)).toHaveLength(1);
  });
});
