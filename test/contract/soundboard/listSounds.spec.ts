import { mkdir, rename, rm, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { describeOperation } from '../../support/operation.js';
import { ok, type Person, SoundboardStage } from '../../support/soundboard.js';
import { refusesAsEveryOperation } from '../../support/soundboard-refusals.js';

const times: Readonly<Record<string, string>> = {
  'danke.wav': '2018-10-23T14:12:56Z', 'derbergruft.mp3': '2018-12-24T23:59:58Z', 'Nice.aac': '2019-01-05T08:00:07.25Z',
  'oof.ogg': '2019-02-11T19:32:12Z', 'zugriff.flac': '2019-03-13T09:45:21Z', 'again.opus': '2019-02-11T19:32:12Z',
};
const byName = ['Nice.aac', 'again.opus', 'danke.wav', 'derbergruft.mp3', 'oof.ogg', 'zugriff.flac'];
const newestFirst = ['zugriff.flac', 'again.opus', 'oof.ogg', 'Nice.aac', 'derbergruft.mp3', 'danke.wav'];
const listed = (names: readonly string[]) => ok({ n: names.length, results: names.map((name) => ({ name, last_modified: times[name] })) });

describeOperation('listSounds', SoundboardStage, (stage) => {
  refusesAsEveryOperation(stage, 'listSounds', () => ({ method: 'GET', path: '/api/localsounds' }));

  let aino: Person;
  const list = (query = '') => stage.get(`/api/localsounds${query}`, { as: aino });
  const names = async (query = '') => ((await list(query)).body as { results: { name: string }[] }).results.map(({ name }) => name);
  const touch = (name: string, time: string) => utimes(join(stage.folder, name), new Date(time), new Date(time));

  beforeEach(async () => {
    aino = await stage.person();
    await stage.emptyFolder();
    for (const [name, time] of Object.entries(times)) {
      await stage.sound(name);
      await touch(name, time);
    }
  });

  describe('200', () => {
    it.each([
      ['', byName], ['?sort=NAME', byName], ['?sort=name', byName], ['?sort=', byName], ['?sort=LENGTH', byName], ['?sort=DATE&sort=NAME', newestFirst],
      ['?sort=DATE', newestFirst], ['?sort=dAtE', newestFirst], ['?from=0', byName], ['?from=&limit=', byName], ['?limit=1000', byName],
      ['?limit=2', byName.slice(0, 2)], ['?from=2', byName.slice(2)], ['?from=1&limit=3', byName.slice(1, 4)], ['?sort=DATE&from=4&limit=1', ['derbergruft.mp3']],
      ['?from=6', []], ['?from=7&limit=2', []], ['?from=9223372036854775807&limit=9223372036854775807', []], ['?limit=9223372036854775807', byName],
      ['?from=1&from=abc', byName.slice(1)], ['?unknown=x', byName],
    ])('%s', async (query, expected) => {
      expect(await list(query)).toEqual(listed(expected));
    });

    it('is an empty folder', async () => {
      await stage.emptyFolder();
      expect(await list()).toEqual(ok({ n: 0, results: [] }));
    });

    it('leaves out what is no sound', async () => {
      for (const name of ['notes.txt', '.hidden.mp3', 'LOUD.MP3', 'mp3', '.upload-1', 'con.wav', 'e\u0301.mp3', 'a\\b.mp3']) await stage.sound(name);
      await mkdir(join(stage.folder, 'folder.mp3'));
      await mkdir(join(stage.folder, 'more'));
      await stage.sound('more/inside.mp3');
      await symlink('/etc/passwd', join(stage.folder, 'link.mp3'));
      await symlink(join(stage.folder, 'danke.wav'), join(stage.folder, 'again.wav'));
      expect(await list()).toEqual(listed(byName));
    });

    it('shows at once what is added, removed, renamed and touched', async () => {
      expect(await names()).toEqual(byName);
      for (let turn = 0; turn < 20; turn += 1) {
        await stage.sound(`new ${turn}.mp3`);
        expect(await names('?sort=DATE&limit=1')).toEqual([`new ${turn}.mp3`]);
        await touch(`new ${turn}.mp3`, '2001-01-01T00:00:00Z');
        expect((await names('?sort=DATE')).at(-1)).toBe(`new ${turn}.mp3`);
        await rename(join(stage.folder, `new ${turn}.mp3`), join(stage.folder, 'A.mp3'));
        expect((await names())[0]).toBe('A.mp3');
        await rm(join(stage.folder, 'A.mp3'));
        expect(await names()).toEqual(byName);
      }
    });

    it('shows at once another folder in its place', async () => {
      expect(await names()).toEqual(byName);
      for (const name of ['first.mp3', 'second.mp3']) {
        await stage.emptyFolder();
        await stage.sound(name);
        expect(await names()).toEqual([name]);
        await touch(name, '2001-01-01T00:00:00Z');
        expect((await list()).body).toEqual({ n: 1, results: [{ name, last_modified: '2001-01-01T00:00:00Z' }] });
      }
    });

    it('is the same for all who ask at once', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => list()));
      for (const answer of answers) expect(answer).toEqual(listed(byName));
    });
  });

  describe('400', () => {
    const path = '/api/localsounds';
    it.each([
      ['from=abc', 'from must be integer'], ['from=1.5', 'from must be integer'], ['from=-1', 'from must be a valid number larger than -1'],
      ['from=99999999999999999999', 'from must be a valid number larger than -1'], ['from=0x1', 'from must be integer'], ['from=%201', 'from must be integer'],
      ['limit=abc', 'limit must be integer'], ['limit=0', 'limit must be a valid number larger than 0'], ['limit=-5', 'limit must be a valid number larger than 0'],
      ['limit=99999999999999999999', 'limit must be a valid number larger than 0'],
    ])('for %s', async (query, message) => {
      await stage.refuses({ method: 'GET', path: `${path}?${query}`, as: aino }, 400, message, { pointer: `/query/${query.split('=')[0]}` });
    });
  });
});
