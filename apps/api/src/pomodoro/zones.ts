import { ianaNames, railsNames } from './zone-names.js';

/** Names by which `Z` is written; other zones that keep the same time write `+00:00`. */
const utcNames = new Set(['UTC', 'UCT', 'Universal', 'Zulu', 'Etc/UTC', 'Etc/UCT', 'Etc/Universal', 'Etc/Zulu']);

const dayMs = 86_400_000;

/** A time zone. A "local" time is what its clocks show, written as the milliseconds at which UTC shows the same. */
export class Zone {
  readonly #format: Intl.DateTimeFormat | undefined;

  constructor(readonly name: string) {
    const options = { timeZone: name, timeZoneName: 'longOffset' } as const;
    this.#format = utcNames.has(name) ? undefined : new Intl.DateTimeFormat('en-US', options);
  }

  localAt(atMs: number): number {
    return atMs + this.#offsetAt(atMs);
  }

  /** The first moment at which clocks show a local time; one that they skip is moved on by what is skipped. */
  momentOf(localMs: number): number {
    // No zone is a day away from UTC, so these are the offsets before and after any change near the local time.
    const candidates = [localMs - this.#offsetAt(localMs - dayMs), localMs - this.#offsetAt(localMs + dayMs)] as const;
    const shown = candidates.filter((atMs) => this.localAt(atMs) === localMs);
    return shown.length > 0 ? Math.min(...shown) : candidates[0];
  }

  /** ISO 8601 with milliseconds and this zone's offset. */
  isoString(atMs: number): string {
    if (!this.#format) return new Date(atMs).toISOString();
    const offsetMs = this.#offsetAt(atMs);
    const shown = new Date(atMs + offsetMs).toISOString().slice(0, -1);
    const minutes = Math.trunc(Math.abs(offsetMs) / 60_000);
    const [hour, minute] = [Math.trunc(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
    return `${shown}${offsetMs < 0 ? '-' : '+'}${hour}:${minute}`;
  }

  #offsetAt(atMs: number): number {
    if (!this.#format) return 0;
    const shown = /GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(this.#format.format(atMs));
    const [, sign, hours = 0, minutes = 0, seconds = 0] = shown ?? [];
    const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    return sign === '-' ? -ms : ms;
  }
}

export const utc = new Zone('UTC');

const zones = new Map<string, Zone>();

/** The zone of an IANA or Rails name, case included; undefined for any other text. */
export function zoneNamed(name: string): Zone | undefined {
  const known = zones.get(name);
  if (known) return known;
  const iana = railsNames.get(name) ?? name;
  if (!ianaNames.has(iana)) return undefined;
  const zone = new Zone(iana);
  zones.set(name, zone);
  return zone;
}

/** What a request says of its zone, if it says something. */
export type ZoneName = string | undefined;

/** The zone that a request names, or UTC if there is none of that name; the user's only if it names nothing at all. */
export function zoneOf(requested: ZoneName, ofUser: string | null): Zone {
  return zoneNamed(requested ?? ofUser ?? '') ?? utc;
}
