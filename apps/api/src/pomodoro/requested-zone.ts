import type { ZoneName } from './zones.js';

/** What of a request can name a zone. */
interface ZoneSource {
  readonly header?: { readonly 'Time-Zone'?: string };
  readonly query?: { readonly time_zone?: string };
  readonly body?: unknown;
}

/** The zone that a request names, the header's before the query's before the body's; undefined if it names none. */
export function requestedZone({ header, query, body }: ZoneSource): ZoneName {
  return header?.['Time-Zone'] ?? query?.time_zone ?? zoneIn(body);
}

function zoneIn(body: unknown): ZoneName {
  const { time_zone: zone } = (typeof body === 'object' && body !== null ? body : {}) as { time_zone?: unknown };
  return zone === undefined || zone === null ? undefined : String(zone);
}
