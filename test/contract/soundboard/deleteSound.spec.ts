import { mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeOperation } from '../../support/operation.js';
import { fullLimit, ok, type Person, SoundboardStage } from '../../support/soundboard.js';
import { refusesAsEveryOperation } from '../../support/soundboard-refusals.js';
import { send } from '../../support/http.js';

describeOperation('deleteSound', SoundboardStage, (stage) => {
  refusesAsEveryOperation(stage, 'deleteSound', async () => {
    await stage.sound('refused.wav');
    return { method: 'DELETE', path: '/api/localsounds/refused.wav' };
  });

  let aino: Person;
  beforeAll(async () => {
    aino = await stage.person();
  });
  const deletion = (name: string) => ({ method: 'DELETE', path: `/api/localsounds/${name}`, as: aino });

  it('204 removes the file, and the log keeps what was played', async () => {
    await stage.emptyFolder();
    await stage.sound('danke.wav');
    await stage.post(`/api/logs/${aino.guild}`, { as: aino, json: { source: 'local', sound: 'danke.wav' } });
    expect(await send(stage.url, deletion('danke.wav'))).toEqual({ status: 204, headers: fullLimit, body: '' });
    expect(await readdir(stage.folder)).toEqual([]);
    expect(await stage.get('/api/localsounds', { as: aino })).toEqual(ok({ n: 0, results: [] }));
    expect((await stage.get(`/api/logs/${aino.guild}`, { as: aino })).body).toMatchObject({ n: 1 });
    expect((await stage.get(`/api/stats/${aino.guild}`, { as: aino })).body).toEqual({ n: 1, results: [{ sound: 'danke.wav', count: 1 }] });
    await stage.refuses(deletion('danke.wav'), 404, 'there is no such sound');
  });

  describe('404', () => {
    it('leaves alone what is no sound', async () => {
      await stage.emptyFolder();
      await mkdir(join(stage.folder, 'folder.mp3'));
      await stage.sound('folder.mp3/inside.mp3');
      await stage.sound('notes.txt');
      await symlink('/etc/passwd', join(stage.folder, 'link.mp3'));
      for (const name of ['folder.mp3', 'folder.mp3%2finside.mp3', 'notes.txt', 'link.mp3', '.', '..%2fnotes.txt', 'unknown.mp3']) {
        expect((await send(stage.url, deletion(name))).status, name).toBe(name === '.' ? 405 : 404);
      }
      expect((await readdir(stage.folder)).sort()).toEqual(['folder.mp3', 'link.mp3', 'notes.txt']);
    });
  });
});
