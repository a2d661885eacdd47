import { describe, expect, it } from 'vitest';
import { spansAt } from './periods.js';
import { zoneNamed } from './zones.js';

const iso = (atMs: number): string => new Date(atMs).toISOString().replace('.000Z', 'Z');
const shown = (moment: string, zone: string) => {
  const { daily, weekly, monthly } = spansAt(Date.parse(moment), zoneNamed(zone)!);
  return [daily, weekly, monthly].map(({ startsAtMs, endsAtMs }) => `${iso(startsAtMs)} ${iso(endsAtMs)}`);
};

describe('spansAt', () => {
  it.each([
    ['2016-10-09T12:00:00Z', 'UTC', [
      '2016-10-09T00:00:00Z 2016-10-10T00:00:00Z', '2016-10-03T00:00:00Z 2016-10-10T00:00:00Z',
      '2016-10-01T00:00:00Z 2016-11-01T00:00:00Z',
    ]],
    ['2016-10-09T12:00:00Z', 'Europe/Rome', [
      '2016-10-08T22:00:00Z 2016-10-09T22:00:00Z', '2016-10-02T22:00:00Z 2016-10-09T22:00:00Z',
      '2016-09-30T22:00:00Z 2016-10-31T23:00:00Z',
    ]],
    ['2016-10-09T12:00:00Z', 'Pacific/Auckland', [
      '2016-10-09T11:00:00Z 2016-10-10T11:00:00Z', '2016-10-09T11:00:00Z 2016-10-16T11:00:00Z',
      '2016-09-30T11:00:00Z 2016-10-31T11:00:00Z',
    ]],
    ['2016-10-09T12:00:00Z', 'America/New_York', [
      '2016-10-09T04:00:00Z 2016-10-10T04:00:00Z', '2016-10-03T04:00:00Z 2016-10-10T04:00:00Z',
      '2016-10-01T04:00:00Z 2016-11-01T04:00:00Z',
    ]],
  ])('at %s in %s has a day, a week and a month', (moment, zone, expected) => {
    expect(shown(moment, zone)).toEqual(expected);
  });

  it('has days of 23 and of 25 hours where clocks change', () => {
    expect(shown('2026-03-29T12:00:00Z', 'Europe/Rome')[0]).toBe('2026-03-28T23:00:00Z 2026-03-29T22:00:00Z');
    expect(shown('2026-10-25T12:00:00Z', 'Europe/Rome')[0]).toBe('2026-10-24T22:00:00Z 2026-10-25T23:00:00Z');
  });

  it('begins a day at one o\'clock where there is no midnight', () => {
    expect(shown('2026-04-24T12:00:00Z', 'Africa/Cairo')[0]).toBe('2026-04-23T22:00:00Z 2026-04-24T21:00:00Z');
  });

  it('counts the first of two midnights', () => {
    expect(shown('2026-11-01T04:30:00Z', 'America/Havana')[0]).toBe('2026-11-01T04:00:00Z 2026-11-02T05:00:00Z');
    expect(shown('2026-11-01T05:30:00Z', 'America/Havana')[0]).toBe('2026-11-01T04:00:00Z 2026-11-02T05:00:00Z');
  });

  it.each([
    ['2026-11-22T23:59:59.999Z', '2026-11-16T00:00:00Z 2026-11-23T00:00:00Z'],
    ['2026-11-23T00:00:00.000Z', '2026-11-23T00:00:00Z 2026-11-30T00:00:00Z'],
  ])('at %s is in the week %s', (moment, week) => {
    expect(shown(moment, 'UTC')[1]).toBe(week);
  });

  it.each([
    ['2026-12-31T23:30:00Z', 'UTC', '2026-12-01T00:00:00Z 2027-01-01T00:00:00Z'],
    ['2026-12-31T23:30:00Z', 'Europe/Rome', '2026-12-31T23:00:00Z 2027-01-31T23:00:00Z'],
    ['2028-02-29T12:00:00Z', 'UTC', '2028-02-01T00:00:00Z 2028-03-01T00:00:00Z'],
  ])('at %s in %s is in the month %s', (moment, zone, month) => {
    expect(shown(moment, zone)[2]).toBe(month);
  });

  it('holds its moment, whatever the zone', () => {
    const atMs = Date.parse('2026-11-22T12:34:56.789Z');
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu', 'America/St_Johns']) {
      for (const { startsAtMs, endsAtMs } of Object.values(spansAt(atMs, zoneNamed(zone)!))) {
        expect(startsAtMs).toBeLessThanOrEqual(atMs);
        expect(endsAtMs).toBeGreaterThan(atMs);
      }
    }
  });
});
