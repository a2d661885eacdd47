import { Controller } from '@nestjs/common';
import { partOf } from './ranges.js';
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
    const sound = await this.sounds.open(name);
    const part = partOf(sound, header);
    if (typeof part === 'string') await sound.close();
    if (part === 'unsatisfiable') throw nothingInRange(sound.size);
    const about = { ETag: sound.tag, 'Last-Modified': new Date(sound.modifiedAtMs).toUTCString() };
    if (part === 'unchanged') return answer('getSound', { status: 304, body: undefined, headers: about });
    const { start, end, isWhole } = part;
    const content = { type: mediaTypeOf(name), body: sound.read(part) };
    const headers = { ...about, 'Accept-Ranges': 'bytes', 'Content-Length': end - start + 1 } as const;
    if (isWhole) return answer('getSound', { status: 200, ...content, headers });
    const range = `bytes ${start}-${end}/${sound.size}`;
    return answer('getSound', { status: 206, ...content, headers: { ...headers, 'Content-Range': range } });
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
