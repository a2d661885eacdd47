import { describe, expect, it } from 'vitest';
import { answered, challenge, CodingStage, ok, password } from '../../support/coding.js';
import { refusesAsEveryOperation } from '../../support/coding-refusals.js';
import { send } from '../../support/http.js';
import { describeOperation } from '../../support/operation.js';

describeOperation('regenerateCodingToken', CodingStage, (stage) => {
  const regenerate = { method: 'POST', path: '/users/regenerate' };
  const unauthorized = answered(401, { error: 'You are not authorized' }, challenge);
  const me = (token: unknown) => stage.get('/users/@me', { as: { authorization: `Bearer ${String(token)}` } });
  refusesAsEveryOperation(stage, 'regenerateCodingToken', regenerate);

  describe('200', () => {
    it('ends every token at once, for a new one', async () => {
      const aino = await stage.person();
      const { body: second } = await stage.post('/users/login', { json: { username: aino.username, password } });
      for (const token of [aino.token, second]) expect((await me(token)).status).toBe(200);
      const answer = await stage.post(regenerate.path, { as: aino });
      expect(answer).toEqual(ok(answer.body));
      expect(answer.body).toMatch(/^[A-Za-z0-9]{32}$/);
      for (const token of [aino.token, second]) expect(await me(token)).toEqual(unauthorized);
      expect((await me(answer.body)).status).toBe(200);
    });

    it('leaves everything else as it was', async () => {
      const [aino, eero] = [await stage.person(), await stage.person()];
      await stage.befriend(aino, eero);
      const { body: before } = await me(aino.token);
      const headers = { 'content-type': 'application/json' };
      const { body: token } = await stage.post(regenerate.path, { as: aino, body: 'whatever', headers });
      expect((await me(token)).body).toEqual(before);
      expect((await stage.get('/friends/list', { as: eero })).body).toEqual([aino.username]);
      expect((await me(eero.token)).status).toBe(200);
    });

    it('leaves one token, however many ask at a time', async () => {
      const urls = stage.dialect === 'postgresql' ? [stage.url, (await stage.start()).url] : [stage.url];
      const aino = await stage.person();
      const answers = await Promise.all(Array.from({ length: 6 }, (_, index) =>
        send(urls[index % urls.length]!, { ...regenerate, as: aino })));
      const tokens = answers.filter(({ status }) => status === 200).map(({ body }) => body);
      const statuses = await Promise.all(tokens.map(async (token) => (await me(token)).status));
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      expect(await me(aino.token)).toEqual(unauthorized);
    });
  });
});
