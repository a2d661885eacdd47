import { describe, expect, it } from 'vitest';
import { AccountsStage, type Session } from '../../support/accounts.js';
import { describeOnStage } from '../../support/operation.js';

describeOnStage('addresses and user agents', AccountsStage, (stage) => {
  const addressOf = async (headers: Record<string, string>, url = stage.url) =>
    ((await stage.register({}, { headers, url })).body as Session).ip_address;

  describe('without a trusted proxy', () => {
    it.each([
      { 'x-forwarded-for': '8.8.8.8' },
      { 'x-forwarded-for': '8.8.8.8, 127.0.0.1' },
      { forwarded: 'for=8.8.8.8' },
      { 'x-real-ip': '8.8.8.8' },
      { 'x-forwarded-for': "' or 1=1", 'cf-connecting-ip': '8.8.8.8', 'true-client-ip': '8.8.8.8' },
    ])('are those of the connection, whatever the client says: %j', async (headers) => {
      expect(await addressOf(headers as Record<string, string>)).toBe('127.0.0.1');
    });
  });

  describe.each([
    ['true', [
      ['8.8.8.8', '8.8.8.8'],
      ['2001:db8::7', '2001:db8::7'],
      ['8.8.8.8, 10.0.0.1', '8.8.8.8'],
      ['::ffff:8.8.8.8', '8.8.8.8'],
      ['8.8.8.8:4711', '127.0.0.1'],
      ['unknown', '127.0.0.1'],
      ['', '127.0.0.1'],
      ['x'.repeat(5000), '127.0.0.1'],
    ]],
    ['1', [
      ['8.8.8.8', '8.8.8.8'],
      ['1.1.1.1, 8.8.8.8', '8.8.8.8'],
    ]],
    ['loopback, 10.0.0.0/8', [
      ['8.8.8.8', '8.8.8.8'],
      ['1.1.1.1, 8.8.8.8', '8.8.8.8'],
      ['1.1.1.1, 8.8.8.8, 10.1.2.3', '8.8.8.8'],
      ['10.1.2.3', '10.1.2.3'],
      ['spoofed, 8.8.8.8', '8.8.8.8'],
    ]],
    ['192.0.2.1', [['8.8.8.8', '127.0.0.1']]],
  ])('with TRUST_PROXY=%s', (trusted, cases) => {
    it('are what the trusted proxies saw', async () => {
      const { url } = await stage.start({ TRUST_PROXY: trusted });
      for (const [forwarded, address] of cases as [string, string][]) {
        expect(await addressOf({ 'x-forwarded-for': forwarded }, url), forwarded).toBe(address);
      }
      expect(await addressOf({ forwarded: 'for=8.8.8.8', 'x-real-ip': '8.8.8.8' }, url)).toBe('127.0.0.1');
    });
  });

  it('are kept with the session', async () => {
    const { url } = await stage.start({ TRUST_PROXY: 'loopback' });
    const headers = { 'x-forwarded-for': '203.0.113.77', 'user-agent': 'kept' };
    await stage.register({}, { headers, url });
    const rows = await stage.sql('select ip_address, user_agent from accounts_session where user_agent = ?', 'kept');
    expect(rows).toEqual([{ ip_address: '203.0.113.77', user_agent: 'kept' }]);
  });

  it.each([
    ['x'.repeat(255), 'x'.repeat(255)],
    ['x'.repeat(256), 'x'.repeat(255)],
    ['x'.repeat(300), 'x'.repeat(255)],
    ['Bücher', 'unknown'],
  ])('the user agent %s is kept as %s', async (sent, kept) => {
    const { email } = await stage.person();
    const answer = await stage.signIn(email, {}, { 'user-agent': sent });
    expect(answer).toMatchObject({ status: 201, body: { user_agent: kept } });
  });

  it('a missing user agent is unknown, and an empty one is empty', async () => {
    const { email } = await stage.person();
    const json = JSON.stringify({ email, password: 'correct horse battery' });
    const signIn = (...more: string[]) => stage.raw([
      'POST /v1/auth HTTP/1.1', 'host: x', 'connection: close', 'content-type: application/json',
      `content-length: ${json.length}`, ...more, '', json,
    ].join('\r\n'));
    expect(await signIn()).toMatchObject({ status: 201, body: { user_agent: 'unknown' } });
    expect(await signIn('user-agent:')).toMatchObject({ status: 201, body: { user_agent: '' } });
  });
});
