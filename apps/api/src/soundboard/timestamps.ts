/** RFC 3339 in UTC, without the zeros at the end of the fraction: `2019-03-13T09:45:21Z`. */
export function rfc3339(atMs: number): string {
  return new Date(atMs).toISOString().replace(/\.?0+Z$/, 'Z');
}

/** The same in whole seconds, rounded down. */
export function rfc3339Seconds(atMs: number): string {
  return rfc3339(Math.floor(atMs / 1000) * 1000);
}
