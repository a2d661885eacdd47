/** The extensions of sounds, and the media types that they are sent with. */
const mediaTypes = {
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  aac: 'audio/aac',
  flac: 'audio/flac',
} as const;

export type SoundFormat = keyof typeof mediaTypes;
export type SoundMediaType = (typeof mediaTypes)[SoundFormat];

const maxNameBytes = 255;
const shape = new RegExp(`^[^. ].*\\.(${Object.keys(mediaTypes).join('|')})$`, 'su');
// Separators and what Windows gives a meaning to; control, format, private and unassigned characters; halves of pairs.
const forbidden = /[/\\:*?"<>|\uFFFD\p{C}\p{Zl}\p{Zp}]/u;
// Windows opens a device by these names, whatever comes behind the first dot.
const device = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*\./i;

/**
 * Whether a sound may have this name, here or on any machine that the folder may be copied to. Whatever else is in the
 * folder is no sound: it is not listed, not sent, not written and not removed.
 */
export function isSoundName(name: string): boolean {
  if (!shape.test(name) || forbidden.test(name) || device.test(name)) return false;
  // One name has one spelling, and no character stands for a forbidden one where a file system folds them.
  if (name.normalize('NFC') !== name || forbidden.test(name.normalize('NFKC'))) return false;
  return Buffer.byteLength(name) <= maxNameBytes;
}

/** What kind of file a sound says to be by its name. */
export function formatOf(name: string): SoundFormat {
  return name.slice(name.lastIndexOf('.') + 1) as SoundFormat;
}

export function mediaTypeOf(name: string): SoundMediaType {
  return mediaTypes[formatOf(name)];
}
