import { expect, it } from 'vitest';
import { CodingStage, ok } from '../../support/coding.js';
import { refusesAsEveryOperation } from '../../support/coding-refusals.js';
import { describeOperation } from '../../support/operation.js';

describeOperation('regenerateFriendCode', CodingStage, (stage) => {
  refusesAsEveryOperation(stage, 'regenerateFriendCode', { method: 'POST', path: '/friends/regenerate' });

  it('200 ends the old code for a new one, and friends stay friends', async () => {
    const [aino, eero, helmi] = [await stage.person(), await stage.person(), await stage.person()];
    const old = await stage.friendCode(aino);
    await stage.befriend(eero, aino);
    const answer = await stage.post('/friends/regenerate', { as: aino });
    expect(answer).toEqual(ok(answer.body));
    expect(answer.body).toMatch(/^ttfc_[A-Za-z0-9]{24}$/);
    expect(answer.body).not.toBe(`ttfc_${old}`);
    expect(`ttfc_${await stage.friendCode(aino)}`).toBe(answer.body);
    expect((await stage.get('/friends/list', { as: aino })).body).toEqual([eero.username]);
    expect((await stage.post('/friends/add', { as: helmi, body: old })).status).toBe(404);
    expect((await stage.post('/friends/add', { as: helmi, body: String(answer.body) })).status).toBe(200);
  });

  it('200 ignores a body', async () => {
    const aino = await stage.person();
    const headers = { 'content-type': 'application/json' };
    const { status, body } = await stage.post('/friends/regenerate', { as: aino, body: 'ttfc_mine', headers });
    expect([status, body]).toEqual([200, `ttfc_${await stage.friendCode(aino)}`]);
  });
});
