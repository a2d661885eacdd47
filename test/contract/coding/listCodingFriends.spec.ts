import { afterEach, expect, it, vi } from 'vitest';
import { CodingStage, ok } from '../../support/coding.js';
import { refusesAsEveryOperation } from '../../support/coding-refusals.js';
import { describeOperation } from '../../support/operation.js';

describeOperation('listCodingFriends', CodingStage, (stage) => {
  refusesAsEveryOperation(stage, 'listCodingFriends', { method: 'GET', path: '/friends/list' });
  afterEach(() => void vi.useRealTimers());

  it('200 lists friends in the order in which they became friends, whoever added whom', async () => {
    const [aino, eero] = [await stage.person(), await stage.person()];
    const [helmi, oiva] = [await stage.person(), await stage.person()];
    expect(await stage.get('/friends/list', { as: aino })).toEqual(ok([]));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2030, 0, 1) });
    await stage.befriend(aino, helmi);
    vi.setSystemTime(Date.UTC(2030, 0, 2));
    await stage.befriend(eero, aino);
    vi.setSystemTime(Date.UTC(2030, 0, 3));
    await stage.befriend(eero, oiva);
    vi.setSystemTime(Date.UTC(2030, 0, 4));
    await stage.befriend(oiva, aino);
    expect(await stage.get('/friends/list', { as: aino })).toEqual(ok([helmi.username, eero.username, oiva.username]));
    expect(await stage.get('/friends/list', { as: helmi })).toEqual(ok([aino.username]));
    expect(await stage.get('/friends/list', { as: oiva })).toEqual(ok([eero.username, aino.username]));
  });
});
