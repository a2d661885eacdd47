import { mkdir, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeOperation } from '../../support/operation.js';
import { fullLimit, type Person, SoundboardStage, wave } from '../../support/soundboard.js';
import { refusesAsEveryOperation } from '../../support/soundboard-refusals.js';

const modified = 'Tue, 23 Oct 2018 14:12:56 GMT';
const types = { 'a.mp3': 'audio/mpeg', 'a.wav': 'audio/wav', 'a.ogg': 'audio/ogg', 'a.opus': 'audio/ogg', 'a.aac': 'audio/aac', 'a.flac': 'audio/flac' };

describeOperation('getSound', SoundboardStage, (stage) => {
  refusesAsEveryOperation(stage, 'getSound', async () => {
    await stage.sound('danke.wav');
    return { method: 'GET', path: '/api/localsounds/danke.wav' };
  });

  let aino: Person;
  const bytes = Buffer.from(wave(256).map((_, index) => index));
  const get = async (name: string, headers: Record<string, string> = {}, method = 'GET') => {
    const answer = await fetch(`${stage.url}/api/localsounds/${name}`, { method, headers: { authorization: aino.authorization, ...headers } });
    const { date: _date, connection: _connection, 'keep-alive': _alive, ...sent } = Object.fromEntries(answer.headers);
    return { status: answer.status, headers: sent, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const tagOf = async (name: string) => (await get(name)).headers['etag']!;

  beforeAll(async () => {
    aino = await stage.person();
    for (const name of [...Object.keys(types), 'Größer als groß.mp3', 'danke.wav']) {
      await stage.sound(name, bytes);
      await utimes(join(stage.folder, name), new Date(modified), new Date(modified));
    }
    await stage.sound('empty.mp3', Buffer.alloc(0));
  });

  it.each(Object.entries(types))('200 and 206 send %s as %s', async (name, type) => {
    const tag = await tagOf(name);
    const about = { 'accept-ranges': 'bytes', etag: tag, 'last-modified': modified, 'content-type': type, ...fullLimit };
    expect(await get(name)).toEqual({ status: 200, headers: { ...about, 'content-length': '300' }, bytes });
    expect(await get(name, { range: 'bytes=10-19' }))
      .toEqual({ status: 206, headers: { ...about, 'content-length': '10', 'content-range': 'bytes 10-19/300' }, bytes: bytes.subarray(10, 20) });
  });

  it.each([
    ['bytes=0-0', 0, 0], ['bytes=290-', 290, 299], ['bytes=290-9999', 290, 299], ['bytes=-10', 290, 299], ['bytes=-9999', 0, 299],
  ])('206 sends %s', async (range, start, end) => {
    const answer = await get('a.mp3', { range });
    expect(answer).toMatchObject({ status: 206, headers: { 'content-range': `bytes ${start}-${end}/300`, 'content-length': String(end - start + 1) } });
    expect(answer.bytes).toEqual(bytes.subarray(start, end + 1));
  });

  it.each(['bytes=0-1,5-6', 'bytes=5-2', 'lines=1-2', 'bytes=x', ''])('200 sends the whole file for the range "%s"', async (range) => {
    expect(await get('a.mp3', { range })).toMatchObject({ status: 200, headers: { 'content-length': '300' }, bytes });
  });

  it('206 is sent only of the file that the client has a part of', async () => {
    const tag = await tagOf('a.mp3');
    expect((await get('a.mp3', { range: 'bytes=0-1', 'if-range': tag })).status).toBe(206);
    expect((await get('a.mp3', { range: 'bytes=0-1', 'if-range': '"another"' })).status).toBe(200);
    expect((await get('a.mp3', { range: 'bytes=0-1', 'if-range': `W/${tag}` })).status).toBe(200);
  });

  it('304 sends nothing to a client that has the file', async () => {
    await stage.sound('changing.mp3', bytes);
    const tag = await tagOf('changing.mp3');
    for (const known of [tag, `"x", ${tag}`, `W/${tag}`, '*']) {
      const answer = await get('changing.mp3', { 'if-none-match': known, range: 'bytes=0-1' });
      expect(answer).toEqual({ status: 304, headers: { etag: tag, 'last-modified': expect.any(String), ...fullLimit }, bytes: Buffer.alloc(0) });
    }
    await stage.sound('changing.mp3', bytes.subarray(1));
    expect(await get('changing.mp3', { 'if-none-match': tag })).toMatchObject({ status: 200, bytes: bytes.subarray(1) });
  });

  it('200 of an empty file, and of a name that has to be encoded', async () => {
    expect(await get('empty.mp3')).toMatchObject({ status: 200, headers: { 'content-length': '0', 'content-type': 'audio/mpeg' } });
    expect(await get(encodeURIComponent('Größer als groß.mp3'))).toMatchObject({ status: 200, bytes });
  });

  it('HEAD tells of a sound without sending it', async () => {
    const { headers } = await get('a.flac');
    expect(await get('a.flac', {}, 'HEAD')).toEqual({ status: 200, headers, bytes: Buffer.alloc(0) });
    const part = await get('a.flac', { range: 'bytes=0-9' }, 'HEAD');
    expect(part).toMatchObject({ status: 206, headers: { 'content-length': '10', 'content-range': 'bytes 0-9/300' } });
  });

  it('416 for a range behind the end', async () => {
    const request = { method: 'GET', path: '/api/localsounds/a.mp3', as: aino, headers: { range: 'bytes=300-' } };
    await stage.refuses(request, 416, 'the sound has only 300 bytes', { headers: { ...fullLimit, 'content-range': 'bytes */300' } });
    const empty = { ...request, path: '/api/localsounds/empty.mp3', headers: { range: 'bytes=0-' } };
    await stage.refuses(empty, 416, 'the sound has only 0 bytes', { headers: { ...fullLimit, 'content-range': 'bytes */0' } });
  });

  describe('404', () => {
    beforeAll(async () => {
      await stage.sound('notes.txt');
      await stage.sound('.hidden.mp3');
      await stage.sound('con.mp3');
      await stage.sound('Gro\u0308ßer.mp3');
      await mkdir(join(stage.folder, 'folder.mp3'));
      await stage.sound('folder.mp3/inside.mp3');
      await symlink('/etc/passwd', join(stage.folder, 'link.mp3'));
      await symlink(join(stage.folder, 'a.mp3'), join(stage.folder, 'near.mp3'));
      await symlink(stage.folder, join(stage.folder, 'around'));
    });

    it.each([
      'unknown.mp3', 'A.mp3', 'a.mp3%20', '%20a.mp3', 'notes.txt', '.hidden.mp3', 'con.mp3', 'folder.mp3', 'link.mp3', 'near.mp3', 'Gro%CC%88%C3%9Fer.mp3',
      '..%2fa.mp3', '..%5ca.mp3', 'folder.mp3%2finside.mp3', 'around%2fa.mp3', '%2fetc%2fpasswd', '..%2f..%2f..%2fetc%2fpasswd', '%252e%252e%252fa.mp3', '.%2fa.mp3',
      '%EF%BC%8Fetc.mp3', 'a.mp3:stream.mp3', 'x'.repeat(300), `${'x'.repeat(3000)}.mp3`,
    ])('for %s', async (name) => {
      await stage.refuses({ method: 'GET', path: `/api/localsounds/${name}`, as: aino }, 404, 'there is no such sound');
    });

    it.each(['a%00.mp3', '%00', '%ff.mp3', '%c0%ae%c0%ae%c0%afa.mp3', '%'])('for %s, which is no text', async (name) => {
      const answer = await stage.raw(`GET /api/localsounds/${name} HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: ${aino.authorization}\r\n\r\n`);
      expect(answer).toMatchObject({ status: 404, body: { error: { code: 404 } } });
    });

    it.each(['/api/localsounds/../../etc/passwd', '/api/localsounds/./a.mp3', '/api/localsounds//a.mp3', '/api/localsounds/%2e%2e/a.mp3', '/api/localsounds/a.mp3/..'])(
      'for the path %s as it is', async (path) => {
        const answer = await stage.raw(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: ${aino.authorization}\r\n\r\n`);
        expect(answer.status).toBe(404);
      },
    );
  });
});
