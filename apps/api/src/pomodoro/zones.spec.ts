import { describe, expect, it } from 'vitest';
import { ianaNames, railsNames } from './zone-names.js';
import { utc, zoneNamed, zoneOf } from './zones.js';

const at = (text: string): number => Date.parse(text);

describe('zoneNamed', () => {
  it('knows every name of its lists', () => {
    const unknown = [...ianaNames, ...railsNames.keys()].filter((name) => zoneNamed(name) === undefined);
    expect(unknown).toEqual([]);
    expect([...railsNames.values()].filter((name) => !ianaNames.has(name))).toEqual([]);
    expect(ianaNames.size).toBeGreaterThan(590);
    expect(railsNames.size).toBe(151);
  });

  it.each([
    'Asia/Kolkata', 'Asia/Calcutta', 'Europe/Kiev', 'US/Eastern', 'EST5EDT', 'Etc/GMT+5', 'Eastern Time (US & Canada)',
    "Nuku'alofa",
  ])(
    'knows %s', (name) => {
      expect(zoneNamed(name)).toBeDefined();
    },
  );

  it.each([
    '', 'europe/rome', 'ROME', 'rome', ' Rome', '+02:00', '02:00', 'Moon/Tycho', 'localtime', 'Factory', '__proto__',
    'constructor', '5',
  ])(
    'does not know "%s"', (name) => {
      expect(zoneNamed(name)).toBeUndefined();
    },
  );

  it('makes the same of a Rails name and its IANA name', () => {
    for (const atMs of [at('2026-01-15T12:00:00Z'), at('2026-07-15T12:00:00Z')]) {
      expect(zoneNamed('Rome')!.isoString(atMs)).toBe(zoneNamed('Europe/Rome')!.isoString(atMs));
    }
  });
});

describe('zoneOf', () => {
  it('takes what the request names, and UTC if that is nothing known', () => {
    expect(zoneOf('Asia/Tokyo', 'Europe/Rome').name).toBe('Asia/Tokyo');
    expect(zoneOf('Moon/Tycho', 'Europe/Rome')).toBe(utc);
    expect(zoneOf('', 'Europe/Rome')).toBe(utc);
  });

  it('takes the user\'s only if the request names nothing', () => {
    expect(zoneOf(undefined, 'Europe/Rome').name).toBe('Europe/Rome');
    expect(zoneOf(undefined, null)).toBe(utc);
  });
});

describe('isoString', () => {
  it.each([
    ['UTC', '2026-11-22T12:22:11.753Z', '2026-11-22T12:22:11.753Z'],
    ['UCT', '2026-11-22T12:22:11.753Z', '2026-11-22T12:22:11.753Z'],
    ['Etc/Zulu', '2026-11-22T12:22:11.753Z', '2026-11-22T12:22:11.753Z'],
    ['GMT', '2026-11-22T12:22:11.753Z', '2026-11-22T12:22:11.753+00:00'],
    ['Europe/London', '2026-11-22T12:22:11.753Z', '2026-11-22T12:22:11.753+00:00'],
    ['Europe/London', '2026-07-22T12:22:11.753Z', '2026-07-22T13:22:11.753+01:00'],
    ['Europe/Rome', '2026-11-22T12:22:11.753Z', '2026-11-22T13:22:11.753+01:00'],
    ['Asia/Kolkata', '2026-11-22T23:22:11.000Z', '2026-11-23T04:52:11.000+05:30'],
    ['Asia/Kathmandu', '2026-11-22T12:22:11.007Z', '2026-11-22T18:07:11.007+05:45'],
    ['America/Phoenix', '2026-11-22T02:22:11.753Z', '2026-11-21T19:22:11.753-07:00'],
    ['America/St_Johns', '2026-11-22T12:00:00.000Z', '2026-11-22T08:30:00.000-03:30'],
    ['Pacific/Kiritimati', '2026-12-31T12:00:00.000Z', '2027-01-01T02:00:00.000+14:00'],
    ['Pacific/Marquesas', '2026-11-22T12:00:00.000Z', '2026-11-22T02:30:00.000-09:30'],
  ])('is, in %s at %s, %s', (name, moment, shown) => {
    expect(zoneNamed(name)!.isoString(at(moment))).toBe(shown);
    expect(Date.parse(shown)).toBe(at(moment));
  });
});

describe('momentOf', () => {
  it.each([
    ['Europe/Rome', '2026-06-01T00:00:00Z', '2026-05-31T22:00:00Z', 'an ordinary time'],
    ['Europe/Rome', '2026-03-29T02:30:00Z', '2026-03-29T01:30:00Z', 'a time that clocks skip'],
    ['Europe/Rome', '2026-10-25T02:30:00Z', '2026-10-25T00:30:00Z', 'the first of two'],
    ['America/Havana', '2026-11-01T00:00:00Z', '2026-11-01T04:00:00Z', 'the first of two midnights'],
    ['Africa/Cairo', '2026-04-24T00:00:00Z', '2026-04-23T22:00:00Z', 'a midnight that clocks skip'],
    ['America/Asuncion', '2023-10-01T00:00:00Z', '2023-10-01T04:00:00Z', 'a midnight that clocks skipped'],
    ['Pacific/Apia', '2011-12-30T00:00:00Z', '2011-12-30T10:00:00Z', 'the beginning of a day that was left out'],
    ['Australia/Lord_Howe', '2026-10-04T02:15:00Z', '2026-10-03T15:45:00Z', 'a time in half an hour that clocks skip'],
  ])('in %s takes %s for %s: %s', (name, local, moment) => {
    expect(new Date(zoneNamed(name)!.momentOf(at(local))).toISOString()).toBe(new Date(moment).toISOString());
  });

  it('is the way back from localAt, but for the hour that comes twice', () => {
    for (const name of [
      'UTC', 'Europe/Rome', 'America/New_York', 'Pacific/Auckland', 'Asia/Tehran', 'Pacific/Chatham',
    ]) {
      const zone = zoneNamed(name)!;
      for (let atMs = at('2026-01-01T00:00:00Z'); atMs < at('2027-01-01T00:00:00Z'); atMs += 3_600_000 * 5) {
        const back = zone.momentOf(zone.localAt(atMs));
        if (back !== atMs) expect(zone.localAt(back)).toBe(zone.localAt(atMs));
        expect(back).toBeLessThanOrEqual(atMs);
      }
    }
  });
});
