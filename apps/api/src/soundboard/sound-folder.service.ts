import { type FSWatcher, watch } from 'node:fs';
import { lstat, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turnOfTheEventLoop } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { isSoundName } from './sound-names.js';
import { SoundboardOptions } from './soundboard-options.js';

/** A file of the folder. */
export interface SoundFile {
  readonly name: string;
  readonly modifiedAtMs: number;
}

/** What the folder held at one time, in each order; nobody may change it. */
export interface SoundList {
  readonly byName: readonly SoundFile[];
  readonly newestFirst: readonly SoundFile[];
  readonly names: ReadonlySet<string>;
}

/** What a file is called while it is written. No sound may be called so. */
export const draftPrefix = '.upload-';
const abandonedAfterMs = 3_600_000;

/** What has gone, or has become a link, is not there; anything else that is wrong with a file is a fault. */
export function ifMissing(error: unknown): undefined {
  if (['ENOENT', 'ELOOP'].includes(String((error as NodeJS.ErrnoException).code))) return undefined;
  throw error;
}

interface Reading {
  readonly of: string;
  readonly list: Promise<SoundList>;
}

/**
 * The folder of sounds, read as it is now, but no more often than it changes. Names that come and go show in the
 * folder's own state; what is done to a file shows nowhere but there, so the operating system is asked to tell.
 */
@Injectable()
export class SoundFolder implements OnModuleInit, OnApplicationShutdown {
  readonly path: string;
  readonly #log = new Logger(SoundFolder.name);
  #watcher: FSWatcher | undefined;
  #watched = '';
  /** Goes up whenever something may have changed. */
  #changes = 0;
  #reading: Reading | undefined;

  constructor(@Inject(SoundboardOptions) { soundsDir }: SoundboardOptions) {
    this.path = soundsDir;
  }

  async onModuleInit(): Promise<void> {
    await mkdir(this.path, { recursive: true });
    await this.#removeAbandoned();
  }

  onApplicationShutdown(): void {
    this.#watcher?.close();
  }

  async list(): Promise<SoundList> {
    const { dev, ino, birthtimeNs, mtimeNs } = await stat(this.path, { bigint: true });
    // A folder that is made anew may get the number of the old one, but not its birth.
    const folder = `${dev} ${ino} ${birthtimeNs}`;
    if (this.#watched !== folder) this.#watch(folder);
    // What the watcher was told before this was asked waits in the queue of this turn.
    await turnOfTheEventLoop();
    if (!this.#watcher) this.#changes += 1;
    const of = `${folder} ${mtimeNs} ${this.#changes}`;
    if (this.#reading?.of !== of) this.#reading = { of, list: this.#read() };
    const { list } = this.#reading;
    return list.catch((error: unknown) => {
      if (this.#reading?.list === list) this.#reading = undefined;
      throw error;
    });
  }

  async #read(): Promise<SoundList> {
    const names = (await readdir(this.path)).filter(isSoundName);
    const found = await Promise.all(names.map((name) => this.#look(name)));
    const byName = found.filter((file) => file !== undefined).sort((one, other) => (one.name < other.name ? -1 : 1));
    // Sorting is stable: of two with one time, the first by name stays first.
    const newestFirst = byName.toSorted((one, other) => other.modifiedAtMs - one.modifiedAtMs);
    return { byName, newestFirst, names: new Set(byName.map(({ name }) => name)) };
  }

  /** What a server that was killed was writing; another one may be writing right now. */
  async #removeAbandoned(): Promise<void> {
    for (const name of await readdir(this.path)) {
      if (!name.startsWith(draftPrefix)) continue;
      const found = await lstat(join(this.path, name)).catch(ifMissing);
      if (found && found.mtimeMs < Date.now() - abandonedAfterMs) await rm(join(this.path, name), { force: true });
    }
  }

  /** A link leads who knows where, and what is neither is nothing to hear. */
  async #look(name: string): Promise<SoundFile | undefined> {
    const found = await lstat(join(this.path, name)).catch(ifMissing);
    return found?.isFile() ? { name, modifiedAtMs: Math.floor(found.mtimeMs) } : undefined;
  }

  /** Where nothing can be watched, as with too many watchers on one machine, every list is read. */
  #watch(folder: string): void {
    this.#watcher?.close();
    this.#watched = folder;
    this.#changes += 1;
    try {
      this.#watcher = watch(this.path, { persistent: false }, () => (this.#changes += 1));
      this.#watcher.on('error', (error) => this.#unwatch(error));
    } catch (error) {
      this.#unwatch(error);
    }
  }

  #unwatch(error: unknown): void {
    this.#log.warn(`The sounds folder cannot be watched, and is read for every list: ${(error as Error).message}`);
    this.#watcher?.close();
    this.#watcher = undefined;
  }
}
