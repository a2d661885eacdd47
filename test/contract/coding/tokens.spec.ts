import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { answered, caseSwapped, challenge, CodingStage, password, type Person } from '../../support/coding.js';
import { type Request, send } from '../../support/http.js';
import { describeOnStage } from '../../support/operation.js';

describeOnStage('tokens', CodingStage, (stage) => {
  const unauthorized = answered(401, { error: 'You are not authorized' }, challenge);
  const head = 'GET /users/@me HTTP/1.1\r\nhost: x\r\nconnection: close\r\n';
  let aino: Person;
  const me = (authorization: string) => stage.get('/users/@me', { as: { authorization } });

  beforeAll(async () => {
    aino = await stage.person();
  });

  describe('that open nothing', () => {
    it.each<[string, (token: string) => string]>([
      ['no token', () => 'Bearer '],
      ['a token without a word', (token) => token],
      ['another word', (token) => `Token ${token}`],
      ['the word in small letters', (token) => `bearer ${token}`],
      ['the word in capitals', (token) => `BEARER ${token}`],
      ['two spaces', (token) => `Bearer  ${token}`],
      ['a tab', (token) => `Bearer\t${token}`],
      ['a part of the token', (token) => `Bearer ${token.slice(0, -1)}`],
      ['more than the token', (token) => `Bearer ${token}a`],
      ['the token in another case', (token) => `Bearer ${caseSwapped(token)}`],
      ['the token in quotes', (token) => `Bearer "${token}"`],
      ['the token twice', (token) => `Bearer ${token}, Bearer ${token}`],
      ['a very long one', (token) => `Bearer ${token.repeat(300)}`],
      ['SQL', () => "Bearer ' or ''='"],
      ['what is stored of the token', (token) => `Bearer ${sha256(token)}`],
    ])('%s', async (_, written) => {
      expect(await me(written(aino.token))).toEqual(unauthorized);
    });

    it.each(['\xFF\xFE', 'ä'.repeat(32), '\x80'])('bytes beyond ASCII: %j', async (bytes) => {
      expect(await stage.raw(head, `authorization: Bearer ${bytes}\r\n\r\n`)).toEqual(unauthorized);
    });

    it('two headers, of which nobody can say which counts', async () => {
      const header = (authorization: string) => `authorization: ${authorization}\r\n`;
      expect(await stage.raw(head, header('Bearer x'), header(aino.authorization), '\r\n')).toEqual(unauthorized);
    });

    it.each([
      ['one of another API', 'pomodoroToken', 'null'], ['one that has expired', 'codingToken', '1'],
    ])('%s', async (kind, scheme, expiresAtMs) => {
      const token = sha256(kind).slice(0, 32);
      await stage.sql(`
        insert into credential (account_id, scheme, hash, created_at_ms, expires_at_ms)
        select account_id, '${scheme}', '${sha256(token)}', 0, ${expiresAtMs}
        from coding_profile where username = '${aino.username}'`);
      expect(await me(`Bearer ${token}`)).toEqual(unauthorized);
    });
  });

  it('are found with white space around the header, as HTTP has it', async () => {
    const answer = await stage.raw(head, `AUTHORIZATION:   ${aino.authorization} \t\r\n\r\n`);
    expect(answer.status).toBe(200);
  });

  it('are kept as hashes only', async () => {
    await stage.post('/users/login', { json: { username: aino.username, password } });
    const rows = await stage.sql<{ hash: string }>('select hash from credential');
    expect(rows.map(({ hash }) => hash)).toContain(sha256(aino.token));
    expect(JSON.stringify(await stage.sql('select * from credential'))).not.toContain(aino.token);
    expect(JSON.stringify(await stage.sql('select * from password'))).not.toContain(password);
  });

  it('end, the oldest first, when there are more than a hundred of a person', async () => {
    const eero = await stage.person();
    await stage.sql(`
      with recursive n (i) as (select 1 union all select i + 1 from n where i < 99)
      insert into credential (account_id, scheme, hash, created_at_ms)
      select account_id, 'codingToken', 'hash ' || i, ${Date.now()}
      from n, coding_profile where username = '${eero.username}'`);
    expect((await me(eero.authorization)).status).toBe(200);
    const { body: latest } = await stage.post('/users/login', { json: { username: eero.username, password } });
    expect(await me(eero.authorization)).toEqual(unauthorized);
    expect((await me(`Bearer ${String(latest)}`)).status).toBe(200);
  });

  it('open nothing once their account is gone', async () => {
    const helmi = await stage.person();
    const requests: Request[] = [
      { method: 'GET', path: '/users/@me' },
      { method: 'POST', path: '/activity/update', json: {} },
      { method: 'POST', path: '/activity/flush' },
      { method: 'POST', path: '/users/regenerate' },
      { method: 'POST', path: '/friends/add', body: await stage.friendCode(aino) },
      { method: 'POST', path: '/friends/regenerate' },
    ];
    // Past the server, which has not seen the token go: as when an account goes while a request is on its way.
    await stage.sql(`delete from coding_profile where username = '${helmi.username}'`);
    for (const request of requests) {
      const { status, body } = await send(stage.url, { ...request, as: helmi });
      expect([request.path, status, body]).toEqual([request.path, 401, { error: 'You are not authorized' }]);
    }
  });
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
