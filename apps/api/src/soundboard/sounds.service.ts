import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ByteRange } from './ranges.js';
import { isContent } from './sound-content.js';
import { draftPrefix, ifMissing, SoundFolder } from './sound-folder.service.js';
import { formatOf, isSoundName } from './sound-names.js';
import type { Schema } from './soundboard.contract.js';
import { impossibleName, nameTaken, notASound, soundNotFound } from './soundboard.errors.js';
import { rfc3339 } from './timestamps.js';

/** A sound that was opened to be sent. Whoever has it reads it or closes it. */
export interface OpenedSound {
  readonly size: number;
  readonly modifiedAtMs: number;
  /** Changes whenever the file does. */
  readonly tag: string;
  read(range: ByteRange): Readable;
  close(): Promise<void>;
}

type Listed = Schema<'Sound'>;

// Neither following a link nor waiting at a pipe; Windows has neither flag.
const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants as Readonly<Record<string, number | undefined>>;
const readOnly = (O_RDONLY ?? 0) | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0);

/** The sounds: files of one folder, out of which no name leads. */
@Injectable()
export class Sounds {
  constructor(private readonly folder: SoundFolder) {}

  /** A page of the list, in the order that `sort` names. */
  async list(sort: string, from: number, limit = Infinity): Promise<Listed[]> {
    const { byName, newestFirst } = await this.folder.list();
    const sorted = sort.toUpperCase() === 'DATE' ? newestFirst : byName;
    return sorted.slice(from, from + limit).map(shown);
  }

  async has(name: string): Promise<boolean> {
    const { names } = await this.folder.list();
    return names.has(name);
  }

  async open(name: string): Promise<OpenedSound> {
    if ((await this.#kindOf(name)) !== 'sound') throw soundNotFound();
    // What the name means may change between two looks: from here on the opened file alone counts.
    const file = await open(this.#pathOf(name), readOnly).catch(ifMissing);
    if (!file) throw soundNotFound();
    const found = await file.stat({ bigint: true });
    if (!found.isFile()) {
      await file.close();
      throw soundNotFound();
    }
    return {
      size: Number(found.size),
      modifiedAtMs: Number(found.mtimeMs),
      tag: `"${found.mtimeNs.toString(36)}-${found.size.toString(36)}"`,
      // No stream may end before it starts, not even that of an empty file.
      read: ({ start, end }) => file.createReadStream({ start, end: Math.max(start, end) }),
      close: () => file.close(),
    };
  }

  /** Makes or replaces a sound in one step, durable when it resolves: nobody ever finds a part of it. */
  async store(name: string, bytes: Uint8Array): Promise<{ sound: Listed; isNew: boolean }> {
    if (!isSoundName(name)) throw impossibleName();
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (!isContent(formatOf(name), content)) throw notASound(formatOf(name));
    const draft = this.#pathOf(draftPrefix + randomUUID());
    try {
      await writeFile(draft, bytes, { flag: 'wx', flush: true });
      const { mtimeMs } = await stat(draft);
      const kind = await this.#kindOf(name);
      if (kind === 'other') throw nameTaken();
      await rename(draft, this.#pathOf(name));
      await this.#syncFolder();
      return { sound: shown({ name, modifiedAtMs: Math.floor(mtimeMs) }), isNew: kind === 'nothing' };
    } finally {
      await rm(draft, { force: true });
    }
  }

  async remove(name: string): Promise<void> {
    if ((await this.#kindOf(name)) !== 'sound') throw soundNotFound();
    const isRemoved = await unlink(this.#pathOf(name)).then(() => true, ifMissing);
    if (!isRemoved) throw soundNotFound();
    await this.#syncFolder();
  }

  /** What has the name; for a name that no sound may have, nothing is looked at. */
  async #kindOf(name: string): Promise<'sound' | 'other' | 'nothing'> {
    if (!isSoundName(name)) return 'nothing';
    const found = await lstat(this.#pathOf(name)).catch(ifMissing);
    return found ? (found.isFile() ? 'sound' : 'other') : 'nothing';
  }

  #pathOf(name: string): string {
    return join(this.folder.path, name);
  }

  /** A new name is durable once its folder is. Windows opens no folders, and needs no telling. */
  async #syncFolder(): Promise<void> {
    const folder = await open(this.folder.path, O_RDONLY ?? 0).catch(() => undefined);
    await folder?.sync().finally(() => folder.close());
  }
}

const shown = ({ name, modifiedAtMs }: { name: string; modifiedAtMs: number }): Listed =>
  ({ name, last_modified: rfc3339(modifiedAtMs) });
