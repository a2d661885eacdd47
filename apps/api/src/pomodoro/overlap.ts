/** A tomato takes 25 minutes, so the one before it is at least so old. */
const tomatoMs = 1_500_000;

const units = [['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]] as const;

/** How long to wait until another tomato may end, or 0. `latestAtMs` is undefined for somebody without a tomato. */
export function waitMs(latestAtMs: number | undefined, nowMs: number): number {
  return latestAtMs === undefined ? 0 : Math.max(0, latestAtMs + tomatoMs - nowMs);
}

/** `24 minutes, 59 seconds`: whole seconds, without units of which there are none, and so nothing below a second. */
export function inWords(durationMs: number): string {
  let seconds = Math.trunc(durationMs / 1000);
  const parts = units.flatMap(([name, length]) => {
    const count = Math.trunc(seconds / length);
    seconds %= length;
    return count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`];
  });
  return parts.join(', ');
}
