import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AccountsStage } from '../../support/accounts.js';
import { failsInWriting, refusesAsEveryOperation } from '../../support/accounts-refusals.js';
import { describeOperation } from '../../support/operation.js';

describeOperation('getServerInfo', AccountsStage, (stage) => {
  const request = { method: 'GET', path: '/api/' };
  refusesAsEveryOperation(stage, 'getServerInfo', request);
  failsInWriting(stage, request);

  describe('200', () => {
    const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, string>;

    it.each(['/api', '/api/', '/accounts', '/accounts/'])('shows the package at %s', async (path) => {
      const { status, body } = await stage.get(path);
      expect([status, body]).toEqual([200, { name, version }]);
    });

    it('is JSON without spaces and without a charset', async () => {
      const answer = await fetch(`${stage.url}/api/`);
      expect(answer.headers.get('content-type')).toBe('application/json');
      expect(await answer.text()).toBe(`{"name":"${name}","version":"${version}"}`);
    });

    it('leaves the root to people', async () => {
      expect((await stage.get('/')).headers['content-type']).toMatch(/^text\/html/);
    });
  });
});
