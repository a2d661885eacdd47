import { type Currency, isCurrency } from './currencies.js';
import { amount, type Checked, flag, isBlank, numberOf, type Rules, type Scalar, text, wholeAmount } from './fields.js';
import { zoneNamed } from './zones.js';

/** What a user may change, by the names of the document. Null is what was not chosen. */
export interface Preferences {
  readonly name: string | null;
  readonly email: string | null;
  readonly image: string | null;
  readonly color: string | null;
  readonly volume: number | null;
  readonly ticking: boolean;
  readonly currency: Currency | null;
  readonly work_hours_per_day: number | null;
  readonly average_hourly_rate: number | null;
  readonly time_zone: string | null;
}

/** What is shown of a choice that was not made. */
export const defaults = { color: '#000000', volume: 2, currency: 'USD', image: 'user.png' } as const;

export const preferenceRules: Rules<Preferences> = {
  name: text,
  email: text,
  image: text,
  color,
  volume,
  ticking: flag,
  currency,
  work_hours_per_day: wholeAmount,
  average_hourly_rate: amount,
  time_zone: timeZone,
};

function color(given: Scalar): Checked<string | null> {
  if (isBlank(given)) return { value: null };
  return typeof given === 'string' && /^#[0-9a-f]{6}$/i.test(given) ? { value: given } : { fault: 'is invalid' };
}

function volume(given: Scalar): Checked<number | null> {
  if (given === null) return { value: null };
  const number = numberOf(given);
  if (number === undefined) return { fault: 'is not a number' };
  if (number < 0) return { fault: 'must be greater than or equal to 0' };
  return number < 4 ? { value: Math.trunc(number) } : { fault: 'must be less than 4' };
}

function currency(given: Scalar): Checked<Currency | null> {
  if (isBlank(given)) return { value: null };
  return typeof given === 'string' && isCurrency(given) ? { value: given } : { fault: 'is not included in the list' };
}

function timeZone(given: Scalar): Checked<string | null> {
  if (isBlank(given)) return { value: null };
  return typeof given === 'string' && zoneNamed(given) ? { value: given } : { fault: 'is invalid' };
}

/** The picture that a person chose, or else GitHub's, or else the one for people without. */
export function pictureOf(chosen: string | null, ofGitHub: string | null): string {
  const picture = chosen ?? ofGitHub;
  return picture === null || isBlank(picture) ? defaults.image : picture;
}
