import { Controller } from '@nestjs/common';
import { matchesTag, rangeOf } from './ranges.js';
import { mediaTypeOf } from './sound-names.js';
import { answer, type Input, Operation, type Output } from './soundboard.contract.js';
import { nothingInRange } from './soundboard.errors.js';
import { Sounds } from './sounds.service.js';

@Controller()
export class SoundsController {
  constructor(private readonly sounds: Sounds) {}

  @Operation('listSounds')
  async listSounds({ query: { sort = 'NAME', from = 0, limit } }: Input<'listSounds'>): Promise<Output<'listSounds'>> {
    const results = await this.sounds.list(sort, from, limit);
    return { n: results.length, results };
  }

  @Operation('getSound')
  async getSound({ path: { name }, header }: Input<'getSound'>): Promise<Output<'getSound'>> {
    const { file, size, modifiedAtMs, tag } = await this.sounds.open(name);
    const known = { ETag: tag, 'Last-Modified': new Date(modifiedAtMs).toUTCString() };
    const isKnown = matchesTag(header['If-None-Match'], tag);
    const range = (header['If-Range'] ?? tag) === tag ? rangeOf(header.Range, size) : undefined;
    if (isKnown || range === 'unsatisfiable') await file.close();
    if (isKnown) return answer('getSound', { status: 304, body: undefined, headers: known });
    if (range === 'unsatisfiable') throw nothingInRange(size);
    const { start, end } = range ?? { start: 0, end: size - 1 };
    const body = size === 0 ? (await file.close(), Buffer.alloc(0)) : file.createReadStream({ start, end });
    const type = mediaTypeOf(name);
    const headers = { ...known, 'Accept-Ranges': 'bytes', 'Content-Length': end - start + 1 } as const;
    if (!range) return answer('getSound', { status: 200, type, body, headers });
    return answer('getSound', { status: 206, type, body, headers: { ...headers, 'Content-Range': `bytes ${start}-${end}/${size}` } });
  }

  @Operation('uploadSound')
  async uploadSound({ path: { name }, body }: Input<'uploadSound'>): Promise<Output<'uploadSound'>> {
    const { sound, isNew } = await this.sounds.store(name, body);
    return answer('uploadSound', { status: isNew ? 201 : 200, body: sound });
  }

  @Operation('deleteSound')
  async deleteSound({ path: { name } }: Input<'deleteSound'>): Promise<Output<'deleteSound'>> {
    return this.sounds.remove(name);
  }
}
