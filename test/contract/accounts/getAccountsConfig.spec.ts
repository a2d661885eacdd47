import { describe, expect, it } from 'vitest';
import { AccountsStage } from '../../support/accounts.js';
import { failsInWriting, refusesAsEveryOperation } from '../../support/accounts-refusals.js';
import { describeOperation } from '../../support/operation.js';

describeOperation('getAccountsConfig', AccountsStage, (stage) => {
  const request = { method: 'GET', path: '/v1/auth/config' };
  refusesAsEveryOperation(stage, 'getAccountsConfig', request);
  failsInWriting(stage, request);

  describe('200', () => {
    it('tells that anybody may come', async () => {
      expect(await stage.get('/v1/auth/config')).toMatchObject({ status: 200, body: { invite_required: false } });
    });

    it.each(['true', 'on'])('tells that people come by invite, when INVITE_REQUIRED is %s', async (setting) => {
      const { url } = await stage.start({ INVITE_REQUIRED: setting });
      expect(await (await fetch(`${url}/api/v1/auth/config`)).text()).toBe('{"invite_required":true}');
    });

    it.each([
      '/v1/auth/config/', '/api/v1/auth/config', '/accounts/v1/auth/config',
    ])('is told at %s too', async (path) => {
      expect(await stage.get(path, { headers: { authorization: 'Bearer whatever' } })).toMatchObject({ status: 200 });
    });
  });
});
