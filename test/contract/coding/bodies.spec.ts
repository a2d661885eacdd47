import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { CodingStage, fullLimit, head, ok, type Person } from '../../support/coding.js';
import { describeOnStage } from '../../support/operation.js';

const limits: readonly (readonly [member: string, most: number, name: string])[] = [
  ['project_name', 64, 'Project name'],
  ['language', 32, 'Language'],
  ['editor_name', 32, 'Editor name'],
  ['hostname', 32, 'Hostname'],
];
const unkept = 'holds text that cannot be kept: a NUL or half a surrogate pair';

describeOnStage('bodies of heartbeats', CodingStage, (stage) => {
  let aino: Person;
  const heartbeat = { method: 'POST', path: '/activity/update' };
  const asJson = { 'content-type': 'application/json' };
  const sent = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = asJson) =>
    stage.post('/activity/update', { as: aino, body, headers });

  beforeAll(async () => {
    aino = await stage.person();
  });

  describe.each(limits)('with a %s', (member, most, name) => {
    it.each(['x', 'ä', '漢', '\u{1F9D9}'])(`may have ${most} characters and no more, be it %s`, async (character) => {
      expect((await sent(JSON.stringify({ [member]: character.repeat(most) }))).status).toBe(200);
      const request = { ...heartbeat, as: aino, json: { [member]: character.repeat(most + 1) } };
      await stage.refuses(request, 400, `${name} is over ${most} chars`, { pointer: `/body/${member}` });
    });

    it.each([1, true, [], ['a'], {}])('must not have %j there', async (value) => {
      const { status, body } = await sent(JSON.stringify({ [member]: value }));
      expect([status, body]).toEqual([400, { error: expect.stringMatching(new RegExp(`^${member} must be string`)) }]);
    });

    it.each(['\0', 'a\0b', '\uD800', '\uDC00a', 'a\uD83E'])('must not have the half text %j there', async (text) => {
      const { status, body } = await sent(JSON.stringify({ [member]: text }));
      expect([status, body]).toEqual([400, { error: `body/${member} ${unkept}` }]);
    });
  });

  it.each(['[]', '["a","b","c","d"]', 'null', '"text"', '1', 'true'])('are objects, and not %s', async (text) => {
    const { status, body } = await sent(text);
    expect([status, body]).toEqual([400, { error: 'the body must be object' }]);
  });

  it.each([
    '{"project_name":"gui', '{', '{}}', "{'language':'c'}", '{language:1}', ' ', '{"a":"\u0001"}', '\uFEFF{}',
    '['.repeat(100_000),
  ])('are JSON from end to end: %.20s', async (body) => {
    const request = { ...heartbeat, as: aino, body, headers: asJson };
    await stage.refuses(request, 400, 'The body is not valid JSON', { pointer: '/body' });
  });

  it('are there', async () => {
    const refusal = [400, 'A body is required', { pointer: '/body' }] as const;
    await stage.refuses({ ...heartbeat, as: aino, headers: asJson }, ...refusal);
    await stage.refuses({ ...heartbeat, as: aino }, ...refusal);
    const { status, body } = await stage.raw(head(heartbeat.path, aino), '\r\n');
    expect([status, body]).toEqual([400, { error: 'A body is required' }]);
  });

  it('are UTF-8', async () => {
    const { status, body } = await sent(Buffer.from('{"language":"\xE4"}', 'latin1'));
    expect([status, body]).toEqual([400, { error: 'The body is not valid UTF-8' }]);
  });

  it('may say a thing twice, and the last counts; what is not documented is dropped, whatever it is', async () => {
    const twice = '{"language":1,"project_name":"first","language":"c","project_name":"last"';
    expect((await sent(`${twice},"tags":["\\u0000"],"\\ud800":{}}`)).status).toBe(200);
    const inherited = '"__proto__":{"hostname":"pwned"},"constructor":{"prototype":{}}';
    expect((await sent(`${twice},${inherited}}`)).body).toMatch(/^PT/);
    await stage.post('/activity/flush', { as: aino });
    expect((await stage.sessions(aino)).at(-1)).toMatchObject({ project_name: 'last', language: 'c', hostname: null });
    expect(({} as { hostname?: string }).hostname).toBeUndefined();
  });

  it('may have 2 MiB and no more', async () => {
    const padded = (bytes: number) => `{"padding":"${'x'.repeat(bytes - 14)}"}`;
    expect((await sent(padded(2 * 1024 * 1024))).status).toBe(200);
    expect((await sent(padded(2 * 1024 * 1024 + 1))).status).toBe(413);
  });

  it('are refused for their size before they have come, or while they come in pieces of no stated number', async () => {
    const typed = `${head(heartbeat.path, aino)}content-type: application/json\r\n`;
    const tooLarge = { status: 413, body: { error: 'The body is larger than 2097152 bytes' } };
    expect(await stage.raw(typed, 'content-length: 3145728\r\n\r\n')).toMatchObject(tooLarge);
    const piece = ['300000\r\n', Buffer.alloc(0x300000, 'x'), '\r\n0\r\n\r\n'] as const;
    expect(await stage.raw(typed, 'transfer-encoding: chunked\r\n\r\n', ...piece)).toMatchObject(tooLarge);
  });

  it.each([
    'application/json', 'Application/JSON; charset="UTF-8"', 'application/json;charset=us-ascii',
    'application/vnd.editor+json; v=1',
  ])('are taken as %s', async (type) => {
    expect((await sent('{}', { 'content-type': type })).status).toBe(200);
  });

  it.each([
    'text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'application/json; charset=utf-16',
    'application/json; charset=latin1', 'nonsense',
  ])('are not taken as %s', async (type) => {
    expect(await sent('{}', { 'content-type': type })).toMatchObject({ status: 415, headers: fullLimit });
  });

  it('are not taken compressed', async () => {
    const { status, body } = await sent(new Uint8Array(gzipSync('{}')), { ...asJson, 'content-encoding': 'gzip' });
    expect([status, body]).toEqual([415, { error: 'Content-Encoding gzip is not supported' }]);
  });

  it('may be announced by a client that waits, or that offers HTTP/2', async () => {
    const typed = `${head(heartbeat.path, aino)}content-type: application/json\r\ncontent-length: 19\r\n`;
    const body = '{"language":"java"}';
    const upgrade = 'connection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABkAARAAAAAAAIAAAAA';
    expect(await stage.raw(typed, `${upgrade}\r\n\r\n`, body)).toEqual(ok('0'));
    const waiting = await stage.raw(typed, 'expect: 100-continue\r\n\r\n', body);
    expect(waiting.status).toBe(100);
    expect(waiting.body).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\r\n\r\nPT\d+(\.\d+)?S$/);
  });
});
