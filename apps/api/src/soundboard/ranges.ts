/** Bytes of a file, from the first to the last of them. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What a `Range` header asks for of a file of so many bytes (RFC 9110, section 14): one range, `unsatisfiable` where it
 * begins behind the end, or undefined for the whole file, which also answers several ranges and what is not understood.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header?.replaceAll(/[ \t]/g, '') ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start < size && start <= end ? { start, end } : 'unsatisfiable';
}

/** Whether an `If-None-Match` header names this entity tag; a weak one counts (RFC 9110, section 13.1.2). */
export function matchesTag(header: string | undefined, tag: string): boolean {
  return header !== undefined && header.split(',').some((part) => ['*', tag, `W/${tag}`].includes(part.trim()));
}

/** What of a file to send, with `isWhole` where that is all of it; or why none of it. */
export type Part = (ByteRange & { readonly isWhole: boolean }) | 'unchanged' | 'unsatisfiable';

/** What to send to a client that sent these headers: they say what it has, and what it wants of what is new to it. */
export function partOf(
  { size, tag }: { readonly size: number; readonly tag: string },
  sent: { readonly 'If-None-Match'?: string; readonly 'If-Range'?: string; readonly Range?: string },
): Part {
  if (matchesTag(sent['If-None-Match'], tag)) return 'unchanged';
  const isMeant = sent['If-Range'] === undefined || sent['If-Range'] === tag;
  const range = isMeant ? rangeOf(sent.Range, size) : undefined;
  if (range === 'unsatisfiable') return range;
  return range ? { ...range, isWhole: false } : { start: 0, end: size - 1, isWhole: true };
}
