import type { SoundFormat } from './sound-names.js';

const startsWith = (bytes: Buffer, text: string, offset = 0): boolean =>
  bytes.toString('latin1', offset, offset + text.length) === text;

/** Whether the bytes are a file of that kind, as far as its beginning tells. */
export function isContent(format: SoundFormat, bytes: Buffer): boolean {
  return kinds[format](bytes);
}

const kinds: Readonly<Record<SoundFormat, (bytes: Buffer) => boolean>> = {
  mp3: (bytes) => isChain(bytes, afterTag(bytes), mpegFrameLength),
  // Without frames of ADTS it may be ADIF, which has one header for all.
  aac: (bytes) => startsWith(bytes, 'ADIF') || isChain(bytes, afterTag(bytes), adtsFrameLength),
  wav: (bytes) => /^(RIFF|RF64)$/.test(bytes.toString('latin1', 0, 4)) && startsWith(bytes, 'WAVE', 8),
  flac: (bytes) => {
    const start = afterTag(bytes);
    // The stream's description comes first and has 34 bytes (RFC 9639, section 8).
    if (!startsWith(bytes, 'fLaC', start) || bytes.length < start + 42) return false;
    return (bytes.readUInt32BE(start + 4) & 0x7fffffff) === 34;
  },
  ogg: (bytes) => isOgg(bytes),
  opus: (bytes) => isOgg(bytes) && startsWith(bytes, 'OpusHead', 27 + bytes[26]!),
};

/** A first page of Ogg, complete with its table of segments (RFC 3533, section 6). */
const isOgg = (bytes: Buffer): boolean =>
  startsWith(bytes, 'OggS\0') && bytes.length > 27 && (bytes[5]! & 0x02) !== 0 && bytes.length >= 27 + bytes[26]!;

/** Where the sound begins: behind an ID3v2 tag, whose length is written in seven bits a byte, and zeros after it. */
function afterTag(bytes: Buffer): number {
  if (!startsWith(bytes, 'ID3') || bytes.length < 10) return 0;
  const size = bytes.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
  const footer = (bytes[5]! & 0x10) === 0 ? 0 : 10;
  let start = 10 + size + footer;
  while (bytes[start] === 0) start += 1;
  return start;
}

/** Eleven set bits may stand anywhere: only where a frame's end is the beginning of another is there sound. */
function isChain(bytes: Buffer, start: number, lengthAt: (bytes: Buffer, at: number) => number): boolean {
  const first = lengthAt(bytes, start);
  if (first === 0) return false;
  const next = start + first;
  return next === bytes.length || (next < bytes.length && lengthAt(bytes, next) > 0);
}

// By the version's bits: 2.5, reserved, 2 and 1.
const sampleRates = [[11025, 12000, 8000], [], [22050, 24000, 16000], [44100, 48000, 32000]] as const;
const bitratesOf1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const bitratesOf2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

/** The bytes of the layer III frame at a place; 0 where none begins. */
function mpegFrameLength(bytes: Buffer, at: number): number {
  if (at + 4 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1]! & 0xe6) !== 0xe2) return 0;
  const version = (bytes[at + 1]! >> 3) & 3;
  const kilobits = (version === 3 ? bitratesOf1 : bitratesOf2)[bytes[at + 2]! >> 4] ?? 0;
  const sampleRate = sampleRates[version]?.[(bytes[at + 2]! >> 2) & 3] ?? 0;
  if (kilobits === 0 || sampleRate === 0) return 0;
  const padding = (bytes[at + 2]! >> 1) & 1;
  return Math.floor(((version === 3 ? 144_000 : 72_000) * kilobits) / sampleRate) + padding;
}

/** The bytes of the ADTS frame at a place; 0 where none begins. */
function adtsFrameLength(bytes: Buffer, at: number): number {
  if (at + 7 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1]! & 0xf6) !== 0xf0) return 0;
  const length = ((bytes[at + 3]! & 0x03) << 11) | (bytes[at + 4]! << 3) | (bytes[at + 5]! >> 5);
  return length >= 7 ? length : 0;
}
