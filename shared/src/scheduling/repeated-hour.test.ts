import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantIn, zone } from './arbitrary-query.test-support.ts';
import { at } from './build-query.test-support.ts';
import { clocksGoBack, isRepeated, offsetAt } from './repeated-hour.ts';
import { instantsOf, wallClockAt } from './wall-clock.ts';

describe('S6: a wall clock that comes twice', () => {
  it.each([
    [
      'America/New_York',
      '2027-11-07T04:59:00Z',
      '2027-11-07T05:00:00Z',
      '2027-11-07T06:59:00Z',
      '2027-11-07T07:00:00Z',
    ],
    [
      'Australia/Lord_Howe',
      '2027-04-03T14:29:00Z',
      '2027-04-03T14:30:00Z',
      '2027-04-03T15:29:00Z',
      '2027-04-03T15:30:00Z',
    ],
    // At midnight: the last hour of a day comes twice.
    ['Africa/Cairo', '2027-10-28T19:59:00Z', '2027-10-28T20:00:00Z', '2027-10-28T21:59:00Z', '2027-10-28T22:00:00Z'],
    [
      'America/Santiago',
      '2027-04-04T01:59:00Z',
      '2027-04-04T02:00:00Z',
      '2027-04-04T03:59:00Z',
      '2027-04-04T04:00:00Z',
    ],
    [
      'Antarctica/Troll',
      '2027-10-30T22:59:00Z',
      '2027-10-30T23:00:00Z',
      '2027-10-31T02:59:00Z',
      '2027-10-31T03:00:00Z',
    ],
  ])('in %s begins after %s, lasts from %s to %s and is over at %s', (timezone, before, first, last, after) => {
    const repeated = [before, first, last, after].map((instant) => isRepeated(at(instant), timezone));
    expect(repeated).toEqual([false, true, true, false]);
  });

  it.each([
    ['Asia/Kolkata', '2027-11-07T05:30:00Z'],
    ['America/New_York', '2027-03-14T07:00:00Z'],
    ['America/Phoenix', '2027-11-07T08:30:00Z'],
  ])('is none in %s at %s', (timezone, instant) => {
    expect(isRepeated(at(instant), timezone)).toBe(false);
  });

  it('is told apart by the offset', () => {
    const offsets = ['2027-11-07T05:30:00Z', '2027-11-07T06:30:00Z'].map((instant) =>
      offsetAt(at(instant), 'America/New_York'),
    );
    expect(offsets).toEqual([-4 * 3_600_000, -5 * 3_600_000]);
  });

  it.each([
    ['America/New_York', '2027-11-07T05:30:00Z', '2027-11-07T06:00:00Z', true],
    ['Australia/Lord_Howe', '2027-04-03T14:00:00Z', '2027-04-03T15:30:00Z', true],
    ['America/New_York', '2027-11-07T05:00:00Z', '2027-11-07T05:59:00Z', false],
    ['America/New_York', '2027-03-14T06:30:00Z', '2027-03-14T07:30:00Z', false],
  ])('comes of clocks that go back: in %s from %s to %s, %s', (timezone, start, end, expected) => {
    expect(clocksGoBack({ start: at(start), end: at(end) }, timezone)).toBe(expected);
  });

  it('is what has two instants', () => {
    const place = zone.chain((timezone) => fc.tuple(fc.constant(timezone), instantIn(timezone)));
    fc.assert(
      fc.property(place, fc.integer({ min: -180, max: 180 }), ([timezone, near], minutes) => {
        const instant = Math.floor(near / 60_000 + minutes) * 60_000;
        const { date, time } = wallClockAt(instant, timezone);
        expect(isRepeated(instant, timezone)).toBe(instantsOf(date, time, timezone).length > 1);
      }),
      { numRuns: 100 },
    );
  });
});
