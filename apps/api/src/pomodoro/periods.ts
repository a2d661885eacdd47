import type { Zone } from './zones.js';

/** From the first moment of a day, week or month to the first moment of the next. */
export interface Span {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

export const periods = ['daily', 'weekly', 'monthly', 'overall'] as const;
export type Period = (typeof periods)[number];

/** Beyond any date. */
export const never = Number.MAX_SAFE_INTEGER;

/** The day, the week (from Monday) and the month of a moment, as a zone's clocks show them; and all of the time. */
export function spansAt(atMs: number, zone: Zone): Readonly<Record<Period, Span>> {
  const local = new Date(zone.localAt(atMs));
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  const monday = day - ((local.getUTCDay() + 6) % 7);
  const midnight = (monthOfYear: number, dayOfMonth: number) => zone.momentOf(Date.UTC(year, monthOfYear, dayOfMonth));
  return {
    daily: { startsAtMs: midnight(month, day), endsAtMs: midnight(month, day + 1) },
    weekly: { startsAtMs: midnight(month, monday), endsAtMs: midnight(month, monday + 7) },
    monthly: { startsAtMs: midnight(month, 1), endsAtMs: midnight(month + 1, 1) },
    overall: { startsAtMs: -never, endsAtMs: never },
  };
}
