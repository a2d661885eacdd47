const maximumSeconds = 2 ** 31 - 1;

/** Whole seconds as they are kept and listed: truncated, never negative, never beyond what clients read as int32. */
export function wholeSeconds(durationMs: number): number {
  return Math.min(Math.max(Math.trunc(durationMs / 1000), 0), maximumSeconds);
}

/** ISO 8601 in seconds alone, as the clients know it: `PT895.1S`, never `PT14M55.100S`. */
export function isoDuration(durationMs: number): string {
  return `PT${durationMs / 1000}S`;
}
