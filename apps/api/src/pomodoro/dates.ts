import type { Zone } from './zones.js';

interface Parts {
  year?: number;
  month?: number;
  day?: number;
  hour?: number;
  minute?: number;
  second?: number;
  ms?: number;
  offsetMs?: number;
}

/** Takes the first match of a pattern out of a text that is being read. */
type Take = (pattern: RegExp) => RegExpExecArray | undefined;

const longest = 128;
const outOfRange = 'argument out of range';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = `(${months.join('|')})`;
const monthOf = (name: string | undefined): string => String(months.indexOf((name ?? '').toLowerCase()) + 1);

/** Hours from UTC of the zones that mail is dated in (RFC 2822, section 4.3). */
const zoneHours: Readonly<Record<string, number>> = {
  z: 0, ut: 0, utc: 0, gmt: 0, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7,
};
const zone = `((?:gmt|utc?)?[-+]\\d+(?:[,.:]\\d+(?::\\d+)?)?|(?:${Object.keys(zoneHours).join('|')})\\b)`;
const meridiem = String.raw`([ap])(?:m\b|\.m\.)`;

const timeOfDay = String.raw`(\d+)\s*:\s*(\d+)(?:\s*:\s*(\d+)(?:[,.](\d*))?)?`;
const clock = new RegExp(String.raw`${timeOfDay}(?:\s*${meridiem})?(?:\s*${zone})?`, 'i');
const hourOfHalfDay = new RegExp(String.raw`(\d+)\s*${meridiem}(?:\s*${zone})?`, 'i');
const weekday = /\b(?:sun|mon|tue|wed|thu|fri|sat)[^-\d\s]*/i;

const run = String.raw`(?<!\d)(\d{2,8}|\d{10}|\d{12}|\d{14})(?!\d)`;
const year = String.raw`[^-\d\s']*(?:\s*('?-?\d+))?`;
const worded = (source: string): RegExp => new RegExp(source, 'i');

/** The ways to write a date, each with its year, month and day as far as it has them; the first that fits is taken. */
const forms: readonly (readonly [RegExp, (found: RegExpExecArray) => Parts])[] = [
  [worded(String.raw`'?(\d+)[^-\d\s]*\s*${month}${year}`), ([, d, m, y]) => ordered(y, monthOf(m), d)],
  [worded(String.raw`\b${month}[^-\d\s']*\s*('?\d+)${year}`), ([, m, d, y]) => ordered(y, monthOf(m), d)],
  [/('?[-+]?\d+)-(\d+)-('?-?\d+)/, ([, y, m, d]) => ordered(y, m, d)],
  [worded(String.raw`('?-?\d+)-${month}[^-]*-('?-?\d+)`), ([, d, m, y]) => ordered(y, monthOf(m), d)],
  [worded(String.raw`\b${month}[^-]*-('?-?\d+)(?:-('?-?\d+))?`), ([, m, d, y]) => ordered(y, monthOf(m), d)],
  [/('?-?\d+)\/\s*('?\d+)(?:\D\s*('?-?\d+))?/, ([, y, m, d]) => ordered(y, m, d)],
  [/('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)/, ([, y, m, d]) => ordered(y, m, d)],
  [/\b(?:\d{2}|\d{4})?-?w\d{2}(?:-?\d)?\b/i, () => ({})],
  [/\b(\d{2}|\d{4})-\d{3}\b/, ([, y]) => ({ year: Number(y) })],
  [worded(String.raw`\b${month}\S*`), ([, m]) => ({ month: Number(monthOf(m)) })],
  [/(\d+)(?:st|nd|rd|th)\b/i, ([, d]) => ({ day: Number(d) })],
  [worded(String.raw`([-+]?)${run}(?:\s*t?\s*(\d{2,6}))?(?:[,.](\d*))?(?:\s*(z\b|[-+]\d{1,4}\b))?`), digits],
];

/**
 * Reads a date as Ruby on Rails does: in whatever form people write it, the day before the month, what is missing taken
 * from today.
 * Undefined for a text without a date, a text that says what is wrong with one that cannot be.
 */
export function readDate(text: string, ofRequest: Zone, nowMs: number): number | string | undefined {
  if (text.length > longest) return `string length (${text.length}) exceeds the limit ${longest}`;
  let rest = text.replaceAll(/[^-+',./:@0-9A-Za-z]+/g, ' ');
  let hasAny = false;
  const take: Take = (pattern) => {
    const found = pattern.exec(rest) ?? undefined;
    if (found) rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
    hasAny ||= found !== undefined;
    return found;
  };
  const time = timeOf(take);
  take(weekday);
  const parts = { ...time, ...dateOf(take) };
  if (!hasAny) return undefined;
  const alone = /^\s*(\d{1,2})\s*$/.exec(rest)?.[1];
  if (alone !== undefined && parts.day !== undefined) parts.hour ??= Number(alone);
  return momentOf(parts, ofRequest, nowMs);
}

function timeOf(take: Take): Parts {
  const [, hour, minute, second, fraction, half, named] = take(clock) ?? [];
  if (hour !== undefined) {
    const [minutes, seconds] = [Number(minute), Number(second ?? 0)];
    return { hour: hourOf(hour, half), minute: minutes, second: seconds, ms: msOf(fraction), ...offset(named) };
  }
  const [, only, halfOfDay, namedThere] = take(hourOfHalfDay) ?? [];
  return only === undefined ? {} : { hour: hourOf(only, halfOfDay), ...offset(namedThere) };
}

function dateOf(take: Take): Parts {
  for (const [pattern, partsOf] of forms) {
    const found = take(pattern);
    if (found) return partsOf(found);
  }
  return {};
}

/** Numbers in the order of ISO 8601, unless a longer one, or an apostrophe, shows that the year stands elsewhere. */
function ordered(first: string | undefined, second: string | undefined, third: string | undefined): Parts {
  let [y, m, d] = first !== undefined && third === undefined ? [undefined, first, second] : [first, second, third];
  const isYear = (text: string | undefined): boolean => text !== undefined && (text.startsWith("'") || text.length > 2);
  if (y === undefined && isYear(d)) [y, d] = [d, undefined];
  if (isYear(m)) [y, m, d] = [m, d, y];
  if (isYear(d)) [y, d] = [d, y];
  const number = (text: string): number => Number(/[-+]?\d+/.exec(text)?.[0]);
  return {
    ...(y === undefined ? {} : { year: number(y) }),
    ...(m === undefined ? {} : { month: number(m) }),
    ...(d === undefined ? {} : { day: number(d) }),
  };
}

/** A run of digits: a day, a month and day, or a whole date, the time of day behind it. */
function digits([, sign = '', given = '', time = '', fraction, named]: RegExpExecArray): Parts {
  const at = (text: string, from: number, name: keyof Parts): Parts =>
    text.length >= from + 2 ? { [name]: Number(text.slice(from, from + 2)) } : {};
  const clockOf = (text: string): Parts =>
    ({ ...at(text, 0, 'hour'), ...at(text, 2, 'minute'), ...at(text, 4, 'second') });
  const rest = { ...clockOf(time), ms: msOf(fraction), ...offset(named) };
  if (given.length === 2) return { day: Number(given), ...rest };
  if (given.length === 3) return rest;
  if (given.length === 4) return { ...at(given, 0, 'month'), ...at(given, 2, 'day'), ...rest };
  const yearLength = given.length < 7 ? 2 : 4;
  const inYear = Number(sign + given.slice(0, yearLength));
  // An odd number of digits ends with the day of the year, which counts for nothing.
  if (given.length % 2 === 1) return { year: inYear, ...rest };
  const date = { year: inYear, ...at(given, yearLength, 'month'), ...at(given, yearLength + 2, 'day') };
  return { ...date, ...clockOf(given.slice(8)), ...rest };
}

const hourOf = (text: string, half: string | undefined): number =>
  half === undefined ? Number(text) : (Number(text) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);

const msOf = (fraction = ''): number => Number(fraction.slice(0, 3).padEnd(3, '0'));

function offset(named: string | undefined): Parts {
  if (named === undefined) return {};
  const [, sign, amount = ''] = /([-+])(.*)$/.exec(named) ?? [];
  if (sign === undefined) return { offsetMs: (zoneHours[named.toLowerCase()] ?? 0) * 3_600_000 };
  const [hours = '', minutes = '', seconds = ''] = hoursOf(amount);
  const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return { offsetMs: sign === '-' ? -ms : ms };
}

/** `2:30`, `2.5`, `230` and `0230` are all two and a half hours. */
function hoursOf(amount: string): readonly string[] {
  if (amount.includes(':')) return amount.split(':');
  if (/[.,]/.test(amount)) return [amount.replace(',', '.')];
  if (amount.length === 3) return [amount.slice(0, 1), amount.slice(1)];
  return [amount.slice(0, 2), amount.slice(2, 4), amount.slice(4, 6)];
}

function momentOf(parts: Parts, ofRequest: Zone, nowMs: number): number | string {
  const today = new Date(ofRequest.localAt(nowMs));
  const { year: inYear = today.getUTCFullYear(), month: inMonth = today.getUTCMonth() + 1 } = parts;
  const { day = parts.year === undefined && parts.month === undefined ? today.getUTCDate() : 1 } = parts;
  const { hour = 0, minute = 0, second = 0, ms = 0, offsetMs } = parts;
  const isPossible = Math.abs(inYear) <= 200_000 && inMonth >= 1 && inMonth <= 12 && day >= 1 && day <= 31
    && (hour < 24 || (hour === 24 && minute === 0 && second === 0)) && minute < 60 && second <= 60
    && Math.abs(offsetMs ?? 0) < 86_400_000;
  if (!isPossible) return outOfRange;
  // A day that the month does not have, and the sixtieth second, are those of the next month and minute.
  const local = new Date(0);
  local.setUTCFullYear(inYear, inMonth - 1, day);
  const localMs = local.setUTCHours(hour, minute, second, ms);
  return offsetMs === undefined ? ofRequest.momentOf(localMs) : localMs - offsetMs;
}
