import type * as FileSystem from 'node:fs';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConsoleLogger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SoundFolder } from './sound-folder.service.js';

const machine = vi.hoisted(() => ({ canWatch: true }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof FileSystem>();
  const watch = (...given: Parameters<typeof real.watch>) => {
    if (!machine.canWatch) throw Object.assign(new Error('no more watchers'), { code: 'ENOSPC' });
    return real.watch(...given);
  };
  return { ...real, watch };
});

describe('the folder of sounds', () => {
  let path: string;
  let folder: SoundFolder;

  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'guildhall-sounds-'));
    folder = new SoundFolder({ soundsDir: path, publicUrl: '', discordUrl: '' });
    await folder.onModuleInit();
  });
  afterEach(async () => {
    machine.canWatch = true;
    vi.restoreAllMocks();
    folder.onApplicationShutdown();
    await rm(path, { recursive: true, force: true });
  });

  const put = (name: string, text = '') => writeFile(join(path, name), text);

  it('is read once for as long as nothing changes, even with 5000 sounds', async () => {
    await Promise.all(Array.from({ length: 5000 }, (_, index) => put(`${index}.mp3`)));
    const first = await folder.list();
    expect(first.byName).toHaveLength(5000);
    for (let turn = 0; turn < 100; turn += 1) expect(await folder.list()).toBe(first);
    await utimes(join(path, '7.mp3'), new Date(0), new Date(0));
    const second = await folder.list();
    expect(second.newestFirst.at(-1)).toEqual({ name: '7.mp3', modifiedAtMs: 0 });
    expect(await folder.list()).toBe(second);
  });

  it('is read once for all who ask at once', async () => {
    await put('a.mp3');
    const lists = await Promise.all(Array.from({ length: 50 }, () => folder.list()));
    expect(new Set(lists).size).toBe(1);
  });

  it('is right for who asks while it is being read and changes', async () => {
    for (let turn = 0; turn < 50; turn += 1) {
      const earlier = folder.list();
      await put(`${turn}.mp3`);
      const later = await folder.list();
      await earlier;
      expect(later.names.has(`${turn}.mp3`)).toBe(true);
    }
  });

  it('is read every time where it cannot be watched', async () => {
    machine.canWatch = false;
    const log = vi.spyOn(ConsoleLogger.prototype, 'warn').mockReturnValue(undefined);
    await put('a.mp3');
    expect((await folder.list()).byName).toHaveLength(1);
    await utimes(join(path, 'a.mp3'), new Date(0), new Date(0));
    expect((await folder.list()).byName).toEqual([{ name: 'a.mp3', modifiedAtMs: 0 }]);
    expect(log.mock.calls.join()).toContain('no more watchers');
    expect(log).toHaveBeenCalledOnce();
  });

  it('is made where it is missing, and read again once a fault is mended', async () => {
    await rm(path, { recursive: true });
    await expect(folder.list()).rejects.toThrow('ENOENT');
    await folder.onModuleInit();
    await put('a.mp3');
    expect((await folder.list()).byName).toHaveLength(1);
  });

  it('loses what an upload long ago left behind, and nothing else', async () => {
    for (const name of ['.upload-old', '.upload-new', '.other', 'a.mp3']) await put(name);
    for (const name of ['.upload-old', '.other', 'a.mp3']) await utimes(join(path, name), new Date(0), new Date(0));
    await folder.onModuleInit();
    expect((await readdir(path)).sort()).toEqual(['.other', '.upload-new', 'a.mp3']);
  });
});
