import { afterEach, expect, it, vi } from 'vitest';
import { CodingStage, ok, password } from '../../support/coding.js';
import { refusesAsEveryOperation } from '../../support/coding-refusals.js';
import { send } from '../../support/http.js';
import { describeOperation } from '../../support/operation.js';

describeOperation('getCodingUser', CodingStage, (stage) => {
  refusesAsEveryOperation(stage, 'getCodingUser', { method: 'GET', path: '/users/@me' });
  afterEach(() => void vi.useRealTimers());

  it('200 shows the caller, and nobody\'s password', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2030, 1, 3, 4, 5, 6, 78) });
    const { body: token } = await stage.post('/users/register', { json: { username: '_AiNo_1', password } });
    const as = { authorization: `Bearer ${String(token)}` };
    const [row] = await stage.sql<{ id: number; code: string }>(
      "select account_id as id, friend_code as code from coding_profile where username = '_AiNo_1'",
    );
    const answer = await stage.get('/users/@me', { as });
    expect(answer).toEqual(ok({
      id: row?.id,
      user_name: '_AiNo_1',
      username: '_AiNo_1',
      friend_code: row?.code,
      registration_time: '2030-02-03T04:05:06.078Z',
    }));
    expect(row?.code).toMatch(/^[A-Za-z0-9]{24}$/);
    expect(await stage.get('/users/%40me', { as })).toEqual(answer);
  });

  it('200 has the same head without a body', async () => {
    const as = await stage.person();
    const { headers } = await stage.get('/users/@me', { as });
    const answer = await send(stage.url, { method: 'HEAD', path: '/users/@me', as });
    expect(answer).toEqual({ status: 200, headers, body: '' });
  });
});
