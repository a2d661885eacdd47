import { describe, expect, it } from 'vitest';
import { isContent } from './sound-content.js';
import type { SoundFormat } from './sound-names.js';

const frame = (header: readonly number[], length: number): Buffer => Buffer.concat([Buffer.from(header), Buffer.alloc(length)], length);
const tagged = (bytes: Buffer, padding = 0): Buffer =>
  Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 1, 5]), Buffer.alloc(133, 'x'), Buffer.alloc(padding), bytes]);
const page = (body: string): Buffer => {
  const head = Buffer.alloc(28);
  head.write('OggS');
  head[5] = 2;
  head[26] = 1;
  head[27] = body.length;
  return Buffer.concat([head, Buffer.from(body, 'latin1')]);
};

// 128 kbit/s at 44.1 kHz, with and without padding; 64 kbit/s at 22.05 kHz of MPEG 2.
const mpeg1 = frame([0xff, 0xfb, 0x90, 0x00], 417);
const mpeg1Padded = frame([0xff, 0xfb, 0x92, 0x00], 418);
const mpeg2 = frame([0xff, 0xf3, 0x80, 0x00], 208);
const adts = frame([0xff, 0xf1, 0x50, 0x80, 0x03, 0x20, 0xfc], 25);
const flac = Buffer.concat([Buffer.from('fLaC\0\0\0\x22', 'latin1'), Buffer.alloc(34)]);

const samples: Readonly<Record<string, { formats: SoundFormat[]; bytes: Buffer }>> = {
  'frames of MPEG 1': { formats: ['mp3'], bytes: Buffer.concat([mpeg1, mpeg1Padded, mpeg1]) },
  'frames of MPEG 2': { formats: ['mp3'], bytes: Buffer.concat([mpeg2, mpeg2]) },
  'a single frame': { formats: ['mp3'], bytes: mpeg1 },
  'a tag, padding and frames': { formats: ['mp3'], bytes: tagged(Buffer.concat([mpeg1, mpeg1]), 12) },
  'frames of ADTS': { formats: ['aac'], bytes: Buffer.concat([adts, adts]) },
  'a tag and frames of ADTS': { formats: ['aac'], bytes: tagged(Buffer.concat([adts, adts])) },
  ADIF: { formats: ['aac'], bytes: Buffer.from('ADIF....') },
  'a wave': { formats: ['wav'], bytes: Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1') },
  'a large wave': { formats: ['wav'], bytes: Buffer.from('RF64\xff\xff\xff\xffWAVEds64', 'latin1') },
  'Vorbis in Ogg': { formats: ['ogg'], bytes: page('\x01vorbis') },
  'Opus in Ogg': { formats: ['ogg', 'opus'], bytes: page('OpusHead\x01') },
  Flac: { formats: ['flac'], bytes: flac },
  'nothing': { formats: [], bytes: Buffer.alloc(0) },
  'a text': { formats: [], bytes: Buffer.from('sound of silence'.repeat(100)) },
  'zeros': { formats: [], bytes: Buffer.alloc(1000) },
  'a web page': { formats: [], bytes: Buffer.from('<!doctype html><script>alert(1)</script>'.repeat(20)) },
  'a picture': { formats: [], bytes: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1') },
  'a RIFF of pictures': { formats: [], bytes: Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1') },
  'a frame and something else': { formats: [], bytes: Buffer.concat([mpeg1, Buffer.from('something else')]) },
  'a frame that was cut': { formats: [], bytes: mpeg1.subarray(0, 400) },
  'set bits': { formats: [], bytes: Buffer.alloc(1000, 0xff) },
  'a tag without sound': { formats: [], bytes: tagged(Buffer.alloc(0)) },
  'a tag that is longer than the file': { formats: [], bytes: tagged(mpeg1).subarray(0, 60) },
  'a tag and a program': { formats: [], bytes: tagged(Buffer.from('\x7fELF\x02\x01\x01', 'latin1')) },
  'the name of Ogg': { formats: [], bytes: Buffer.from('OggS') },
  'the name of Flac': { formats: [], bytes: Buffer.from('fLaC') },
  'the name of ID3': { formats: [], bytes: Buffer.from('ID3') },
};

const formats: readonly SoundFormat[] = ['mp3', 'wav', 'ogg', 'opus', 'aac', 'flac'];

describe('isContent', () => {
  it.each(Object.entries(samples))('knows what %s is', (_, sample) => {
    expect(formats.filter((format) => isContent(format, sample.bytes)).sort()).toEqual(sample.formats.sort());
  });
});
