/**
 * The first byte at which a text is no Base64 with padding, or undefined where all of it is; told as Go tells it, whose
 * messages the clients know: of a text that is cut off, it is the beginning of the last four.
 */
export function illegalBase64Byte(text: string): number | undefined {
  const at = text.search(/[^A-Za-z0-9+/]/);
  if (at < 0) return text.length % 4 === 0 ? undefined : text.length - (text.length % 4);
  const place = at % 4;
  if (text[at] !== '=' || place < 2) return at;
  if (place === 2 && text[at + 1] !== '=') return at + 1 === text.length ? text.length : at;
  const end = at + 4 - place;
  return end === text.length ? undefined : end;
}
