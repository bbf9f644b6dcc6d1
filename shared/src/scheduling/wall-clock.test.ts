import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantIn, zone } from './arbitrary-query.test-support.ts';
import { at, iso } from './build-query.test-support.ts';
import { addDays } from './civil-date.ts';
import { dateOf, dayBounds, instantsOf, monthBounds, wallClockAt } from './wall-clock.ts';

function isoBounds({ from, to }: { from: number; to: number }): string[] {
  return iso([from, to]);
}

describe('the wall clock at an instant', () => {
  it.each([
    ['Asia/Kolkata', '2026-01-15', '15:30'],
    ['Asia/Kathmandu', '2026-01-15', '15:45'],
    ['Pacific/Chatham', '2026-01-15', '23:45'],
    ['America/St_Johns', '2026-01-15', '06:30'],
    ['Pacific/Kiritimati', '2026-01-16', '00:00'],
    ['Pacific/Pago_Pago', '2026-01-14', '23:00'],
  ])('in %s shows %s %s', (timezone, date, time) => {
    expect(wallClockAt(at('2026-01-15T10:00:00Z'), timezone)).toEqual({ date, time });
    expect(dateOf(at('2026-01-15T10:00:00Z'), timezone)).toBe(date);
  });

  it('cuts the seconds that offsets had before standard time', () => {
    expect(wallClockAt(at('1970-01-01T00:00:00Z'), 'Africa/Monrovia')).toEqual({ date: '1969-12-31', time: '23:15' });
  });
});

describe('S6: the instants of a date and a time', () => {
  it('are one on most days', () => {
    expect(iso(instantsOf('2026-01-15', '09:30', 'Asia/Kathmandu'))).toEqual(['2026-01-15T03:45:00.000Z']);
  });

  it.each([
    ['America/New_York', '2026-03-08', '02:30'],
    ['Africa/Cairo', '2026-04-24', '00:30'],
    ['America/Santiago', '2026-09-06', '00:00'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15'],
    ['Pacific/Apia', '2011-12-30', '12:00'],
  ])('are none in %s on %s at %s, which the clocks skip', (timezone, date, time) => {
    expect(instantsOf(date, time, timezone)).toEqual([]);
  });

  it.each([
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z'],
    ['Africa/Cairo', '2026-10-29', '23:30', '2026-10-29T20:30:00.000Z', '2026-10-29T21:30:00.000Z'],
    ['America/Santiago', '2026-04-04', '23:00', '2026-04-05T02:00:00.000Z', '2026-04-05T03:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00.000Z', '2026-04-04T15:15:00.000Z'],
  ])('are two in %s on %s at %s, which the clocks show twice', (timezone, date, time, first, second) => {
    expect(iso(instantsOf(date, time, timezone))).toEqual([first, second]);
  });

  it('show that date and time, and every instant is among those of what its clock shows', () => {
    const place = zone.chain((timezone) => fc.tuple(fc.constant(timezone), instantIn(timezone)));
    const minutes = fc.integer({ min: -180, max: 180 });
    fc.assert(
      fc.property(place, minutes, ([timezone, near], offset) => {
        const instant = Math.floor(near / 60_000 + offset) * 60_000;
        const shown = wallClockAt(instant, timezone);
        const instants = instantsOf(shown.date, shown.time, timezone);
        expect(instants).toContain(instant);
        for (const other of instants) expect(wallClockAt(other, timezone)).toEqual(shown);
      }),
      { numRuns: 200 },
    );
  });

  it('are refused for what is no date or no time', () => {
    expect(() => instantsOf('2026-02-30', '09:00', 'UTC')).toThrow(RangeError);
    expect(() => instantsOf('2026-02-28', '9:00', 'UTC')).toThrow(RangeError);
    expect(() => instantsOf('2026-02-28', '24:30', 'UTC')).toThrow(RangeError);
  });
});

describe('the bounds of a day', () => {
  it.each([
    ['Asia/Kolkata', '2026-01-15', '2026-01-14T18:30:00.000Z', '2026-01-15T18:30:00.000Z'],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
  ])('in %s on %s', (timezone, date, from, to) => {
    expect(isoBounds(dayBounds(date, timezone))).toEqual([from, to]);
  });

  it.each([
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z', '2026-04-24T21:00:00.000Z'],
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z', '2026-09-07T03:00:00.000Z'],
  ])('begin at 01:00 in %s on %s, which has no midnight', (timezone, date, from, to) => {
    expect(isoBounds(dayBounds(date, timezone))).toEqual([from, to]);
    expect(wallClockAt(at(from), timezone)).toEqual({ date, time: '01:00' });
  });

  it('hold the hour before midnight twice in Santiago on 2026-04-04', () => {
    expect(isoBounds(dayBounds('2026-04-04', 'America/Santiago'))).toEqual([
      '2026-04-04T03:00:00.000Z',
      '2026-04-05T04:00:00.000Z',
    ]);
  });

  it('are empty for the day that Apia skipped, 2011-12-30', () => {
    expect(isoBounds(dayBounds('2011-12-30', 'Pacific/Apia'))).toEqual([
      '2011-12-30T10:00:00.000Z',
      '2011-12-30T10:00:00.000Z',
    ]);
  });

  it('hold every instant in exactly one day', () => {
    const place = zone.chain((timezone) => fc.tuple(fc.constant(timezone), instantIn(timezone)));
    const distance = fc.integer({ min: -100_000_000, max: 100_000_000 });
    fc.assert(
      fc.property(place, distance, ([timezone, near], distance) => {
        const instant = near + distance;
        const date = dateOf(instant, timezone);
        const { from, to } = dayBounds(date, timezone);
        expect(from <= instant && instant < to).toBe(true);
        expect(dayBounds(addDays(date, 1), timezone).from).toBe(to);
      }),
      { numRuns: 200 },
    );
  });

  it('exist up to the last date that has four digits', () => {
    expect(isoBounds(dayBounds('9999-12-31', 'Asia/Kolkata'))[0]).toBe('9999-12-30T18:30:00.000Z');
    expect(dayBounds('0000-01-01', 'UTC').from).toBe(at('0000-01-01T00:00:00Z'));
  });
});

describe('the bounds of a month', () => {
  it('follow the clocks of the zone', () => {
    expect(isoBounds(monthBounds('2026-03', 'Europe/London'))).toEqual([
      '2026-03-01T00:00:00.000Z',
      '2026-03-31T23:00:00.000Z',
    ]);
  });

  it('pass the end of the year and the end of February', () => {
    expect(isoBounds(monthBounds('2026-12', 'UTC'))).toEqual(['2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']);
    expect(isoBounds(monthBounds('2028-02', 'UTC'))).toEqual(['2028-02-01T00:00:00.000Z', '2028-03-01T00:00:00.000Z']);
  });

  it('are refused for what is no month', () => {
    expect(() => monthBounds('2026-13', 'UTC')).toThrow(RangeError);
  });
});

describe('adding days to a date', () => {
  it('follows the calendar', () => {
    expect([addDays('2026-12-31', 1), addDays('2028-03-01', -1), addDays('2026-03-28', 2)]).toEqual([
      '2027-01-01',
      '2028-02-29',
      '2026-03-30',
    ]);
  });
});
