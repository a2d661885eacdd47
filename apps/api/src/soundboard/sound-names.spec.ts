import { describe, expect, it } from 'vitest';
import { isSoundName, mediaTypeOf } from './sound-names.js';

describe('isSoundName', () => {
  it.each([
    'danke.wav', 'oof.ogg', 'a.mp3', 'x.aac', 'x.flac', 'x.opus', 'Größer als groß.mp3', 'two  words.wav', '効果音.mp3',
    'v1.2.mp3', '100 %.mp3', "it's.mp3", '(1) [2] {3} & + = ~ # $ @ !.mp3', 'console.mp3', '-rf.mp3', '🎺.mp3',
    `${'a'.repeat(251)}.mp3`,
  ])('lets %s be a sound', (name) => {
    expect(isSoundName(name)).toBe(true);
  });

  it.each([
    ['the folder and its parent', ['.', '..', '']],
    ['a way out of the folder', ['../x.mp3', '..\\x.mp3', 'a/../../x.mp3', '/etc/x.mp3', 'C:\\x.mp3', 'C:x.mp3', 'a/b.mp3', '\\\\host\\x.mp3']],
    ['a way out that is still encoded', ['..%2fx.mp3/', '%2e%2e/x.mp3']],
    ['a hidden or a temporary file', ['.x.mp3', '.mp3', '.upload-1.mp3', ' x.mp3']],
    ['no extension of a sound', ['x', 'x.txt', 'x.mp3.exe', 'x.mp3.', 'x.mp3 ', 'x.MP3', 'x.mp4', 'mp3', 'x.mp3/']],
    ['a stream of a file', ['x.txt:y.mp3', 'x.mp3::$DATA']],
    ['a control or a format character', ['x\0.mp3', 'x\n.mp3', 'x\u007f.mp3', 'x\u0085.mp3', 'x\u202e3pm.mp3', 'x\u200b.mp3', '\ufeffx.mp3', 'x\u2028.mp3']],
    ['a device of Windows', ['con.mp3', 'CON.mp3', 'Nul.wav', 'com1.mp3', 'LPT9.x.mp3', 'aux .mp3', 'com¹.mp3', 'CONOUT$.mp3']],
    ['a pattern', ['*.mp3', '?.mp3', '<x>.mp3', 'a|b.mp3', '"x".mp3']],
    ['a decomposed letter', ['Gro\u0308ßer.mp3', 'e\u0301.mp3', '\u212b.mp3', '\uac00\u11a8.mp3']],
    ['a compatible form of a separator', ['\u2025\uff0fx.mp3', 'a\uff0fb.mp3', 'a\uff3cb.mp3', 'a\uff1ab.mp3', '\u2100.mp3']],
    ['broken text', ['\ud800.mp3', 'x\ufffd.mp3', '\ue000.mp3', '\u{f0000}.mp3']],
    ['more than 255 bytes', [`${'a'.repeat(252)}.mp3`, `${'ö'.repeat(126)}.mp3`]],
  ])('refuses %s', (_, names) => {
    expect(names.filter(isSoundName)).toEqual([]);
  });
});

describe('mediaTypeOf', () => {
  it('goes by the last extension', () => {
    expect(mediaTypeOf('x.mp3')).toBe('audio/mpeg');
    expect(mediaTypeOf('x.mp3.opus')).toBe('audio/ogg');
  });
});
