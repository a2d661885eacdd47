/** The type of a `Content-Type` value without its parameters, in lower case; empty when there is none. */
export function mediaTypeOf(header: string | undefined): string {
  if (header === undefined) return '';
  const end = header.indexOf(';');
  return (end < 0 ? header : header.slice(0, end)).trim().toLowerCase();
}

/** The `charset` parameter of a `Content-Type` value, in lower case. */
export function charsetOf(header: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(header ?? '')?.[1]?.toLowerCase();
}

/** Whether a media range such as `text/*` covers a type. */
export function covers(range: string, type: string): boolean {
  if (range === '*/*' || range === type) return true;
  return range.endsWith('/*') && type.startsWith(range.slice(0, -1));
}

/**
 * The documented media type that a request's type falls under: itself, then JSON for any `+json` type (RFC 6839), then
 * the narrowest range.
 */
export function documentedType(type: string, documented: readonly string[]): string | undefined {
  if (documented.includes(type)) return type;
  if (type.endsWith('+json') && documented.includes('application/json')) return 'application/json';
  return documented.filter((range) => covers(range, type || 'application/octet-stream')).sort((a, b) => b.length - a.length)[0];
}

/**
 * Whether an `Accept` value admits any of the types. Every documented type of an operation counts, its errors' types
 * too: a client of an original that asks for JSON and has always been given text goes on working.
 */
export function accepts(header: string | undefined, types: readonly string[]): boolean {
  if (header === undefined || header === '' || header === '*/*') return true;
  const ranges = header.toLowerCase().split(',').map((part) => {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    return { range, isRefused: parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)) };
  });
  // Of the ranges that cover a type the narrowest counts (RFC 9110, section 12.5.1): `text/plain;q=0, */*` is anything but text.
  const narrowestFirst = ranges.sort((a, b) => widthOf(a.range) - widthOf(b.range));
  return types.some((type) => narrowestFirst.find(({ range }) => covers(range, type))?.isRefused === false);
}

const widthOf = (range: string): number => (range === '*/*' ? 2 : Number(range.endsWith('/*')));

/** Whether the client asked for RFC 9457 problem details by name. */
export function asksForProblem(header: string | undefined): boolean {
  return header !== undefined && /application\/problem\+json(?!\s*;[^,]*q=0(?:\.0*)?(?:\s*[,;]|\s*$))/i.test(header);
}
