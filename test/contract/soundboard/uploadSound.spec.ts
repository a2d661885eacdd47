import { mkdir, readdir, readFile, readlink, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeOperation } from '../../support/operation.js';
import { ok, type Person, SoundboardStage, wave } from '../../support/soundboard.js';
import { refusesAsEveryOperation } from '../../support/soundboard-refusals.js';

const badName = 'a sound must be called <name>.mp3, .wav, .ogg, .aac, .flac or .opus';

describeOperation('uploadSound', SoundboardStage, (stage) => {
  refusesAsEveryOperation(stage, 'uploadSound', () => ({ method: 'PUT', path: '/api/localsounds/danke.wav', body: wave() }));

  let aino: Person;
  const put = (name: string, body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    ({ method: 'PUT', path: `/api/localsounds/${name}`, as: aino, body, headers });
  const upload = async (name: string, body = wave(), type?: string) => {
    const headers = { authorization: aino.authorization, ...(type !== undefined && { 'content-type': type }) };
    const answer = await fetch(`${stage.url}/api/localsounds/${name}`, { method: 'PUT', headers, body });
    return { status: answer.status, body: (await answer.json()) as { name: string; last_modified: string } };
  };
  const stored = (name: string) => readFile(join(stage.folder, name));

  beforeAll(async () => {
    aino = await stage.person();
  });
  beforeEach(() => stage.emptyFolder());

  it('201 makes a sound, which is listed and sent from then on', async () => {
    const { status, body } = await upload('danke.wav', wave(10));
    expect([status, body]).toEqual([201, { name: 'danke.wav', last_modified: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/) }]);
    expect(await stage.get('/api/localsounds', { as: aino })).toEqual(ok({ n: 1, results: [body] }));
    expect(await stored('danke.wav')).toEqual(wave(10));
    expect(await readdir(stage.folder)).toEqual(['danke.wav']);
  });

  it('200 replaces a sound', async () => {
    await upload('danke.wav', wave(10));
    await utimes(join(stage.folder, 'danke.wav'), new Date(0), new Date(0));
    const { status, body } = await upload('danke.wav', wave(20));
    expect(status).toBe(200);
    expect(Date.parse(body.last_modified)).toBeGreaterThan(0);
    expect(await stored('danke.wav')).toEqual(wave(20));
    expect(await stage.get('/api/localsounds', { as: aino })).toEqual(ok({ n: 1, results: [body] }));
  });

  it('201 takes up to 10 MiB, whatever the type that is claimed', async () => {
    const largest = wave(10 * 1024 * 1024 - 44);
    expect((await upload('largest.wav', largest)).status).toBe(201);
    expect((await stored('largest.wav')).equals(largest)).toBe(true);
    for (const type of ['audio/wav', 'text/plain', 'application/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      expect((await upload('any.wav', wave(), type)).status).toBeLessThan(300);
    }
    expect((await upload(encodeURIComponent('Größer als groß.wav'))).status).toBe(201);
  });

  it('leaves whole files only, however many are uploaded and fetched at once', async () => {
    const sizes = [100_000, 200_000, 300_000, 400_000];
    await upload('busy.wav', wave(sizes[0]));
    const turns = Array.from({ length: 40 }, async (_, turn) => {
      if (turn % 2 === 0) return (await upload('busy.wav', wave(sizes[turn % 4]))).status;
      const answer = await fetch(`${stage.url}/api/localsounds/busy.wav`, { headers: { authorization: aino.authorization } });
      const { length } = await answer.bytes();
      return sizes.includes(length - 44) ? 200 : length;
    });
    expect(new Set(await Promise.all(turns))).toEqual(new Set([200]));
    expect(await readdir(stage.folder)).toEqual(['busy.wav']);
  });

  describe('400', () => {
    it.each(['x.txt', 'x', 'x.MP3', '.x.mp3', '..%2fx.mp3', '%2ftmp%2fx.mp3', '..%5cx.mp3', 'a%2fb.mp3', 'con.mp3', 'e%CC%81.mp3', 'x%0a.mp3', `${'x'.repeat(252)}.mp3`])(
      'for the name %s', async (name) => {
        await stage.refuses(put(name, wave()), 400, badName);
        expect(await readdir(stage.folder)).toEqual([]);
      },
    );
  });

  describe('409', () => {
    it('for the name of a folder or of a link, which are left alone', async () => {
      await mkdir(join(stage.folder, 'folder.wav'));
      await symlink('/tmp/elsewhere', join(stage.folder, 'link.wav'));
      for (const name of ['folder.wav', 'link.wav']) await stage.refuses(put(name, wave()), 409, 'the name is taken by something that is no sound');
      expect(await readlink(join(stage.folder, 'link.wav'))).toBe('/tmp/elsewhere');
      expect((await readdir(stage.folder)).sort()).toEqual(['folder.wav', 'link.wav']);
    });
  });

  describe('415', () => {
    it.each([
      ['another format', 'x.mp3', wave()], ['a text', 'x.wav', Buffer.from('sound of silence')], ['nothing', 'x.ogg', Buffer.alloc(0)],
      ['a program', 'x.flac', Buffer.from('\x7fELF', 'latin1')], ['a web page', 'x.opus', Buffer.from('<script>alert(1)</script>')],
    ])('for %s', async (_, name, body) => {
      await stage.sound(name, wave(1));
      await stage.refuses(put(name, Buffer.from(body)), 415, `the content is no ${name.slice(2)} file`);
      expect(await stored(name)).toEqual(wave(1));
      expect(await readdir(stage.folder)).toEqual([name]);
    });
  });

  it('leaves nothing of an upload that breaks off', async () => {
    const head = `PUT /api/localsounds/x.wav HTTP/1.1\r\nhost: x\r\nauthorization: ${aino.authorization}\r\ncontent-length: 1000\r\nconnection: close\r\n\r\n`;
    const { hostname, port } = new URL(stage.url);
    const { connect } = await import('node:net');
    const socket = connect(Number(port), hostname);
    await new Promise<void>((resolve) => void socket.write(Buffer.concat([Buffer.from(head), wave()]), () => resolve()));
    socket.destroy();
    await expect.poll(() => readdir(stage.folder)).toEqual([]);
    expect((await stage.get('/api/localsounds', { as: aino })).body).toEqual({ n: 0, results: [] });
  });
});
