import { describe, expect, it } from 'vitest';
import { localTime, relativeDay, sameWallClock } from './when.ts';

/** An hour from the given instant. */
const hourFrom = (start: string) => ({
  startsAt: new Date(start),
  endsAt: new Date(Date.parse(start) + 3_600_000),
});

describe('local time', () => {
  it('is the reader’s wall clock, with the name of their zone', () => {
    expect(localTime(hourFrom('2026-01-15T08:30:00Z'), 'Asia/Kolkata')).toEqual({
      date: 'Thursday, 15 January 2026',
      start: '14:00',
      time: '14:00 – 15:00',
      zone: 'India Standard Time (Asia/Kolkata)',
    });
  });

  it('knows the day before, quarter hours and midnight as 00:00', () => {
    const session = hourFrom('2026-01-15T18:15:00Z');

    expect(localTime(session, 'Asia/Kathmandu')).toMatchObject({
      date: 'Friday, 16 January 2026',
      time: '00:00 – 01:00',
    });
    expect(localTime(session, 'America/New_York')).toMatchObject({ date: 'Thursday, 15 January 2026' });
  });

  it('names the day of an end after midnight', () => {
    expect(localTime(hourFrom('2026-01-15T18:00:00Z'), 'Asia/Kolkata').time).toBe('23:30 – 00:30 (Friday)');
  });

  it('tells the two 01:30 of an autumn night apart by the name of the zone', () => {
    const [first, second] = ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'].map((start) =>
      localTime(hourFrom(start), 'America/New_York'),
    );

    expect([first?.start, second?.start]).toEqual(['01:30', '01:30']);
    expect(first?.zone).toBe('Eastern Daylight Time (America/New_York)');
    expect(second?.zone).toBe('Eastern Standard Time (America/New_York)');
  });

  it.each([
    ['America/New_York', '2026-03-07T14:00:00Z', '09:00', 'Eastern Standard Time'],
    ['America/New_York', '2026-03-09T14:00:00Z', '10:00', 'Eastern Daylight Time'],
    ['Europe/London', '2026-10-24T08:00:00Z', '09:00', 'British Summer Time'],
    ['Europe/London', '2026-10-26T08:00:00Z', '08:00', 'Greenwich Mean Time'],
    ['Australia/Sydney', '2026-04-04T00:00:00Z', '11:00', 'Australian Eastern Daylight Time'],
    ['Australia/Sydney', '2026-04-06T00:00:00Z', '10:00', 'Australian Eastern Standard Time'],
  ])('in %s at %s is %s, %s: before and after the clocks change', (zone, start, time, name) => {
    expect(localTime(hourFrom(start), zone)).toMatchObject({ start: time, zone: `${name} (${zone})` });
  });

  it('of an hour that spring leaves out shows what clocks will show', () => {
    expect(localTime(hourFrom('2026-03-29T00:30:00Z'), 'Europe/London').time).toBe('00:30 – 02:30');
  });
});

describe('the same wall clock', () => {
  it('is that of zones with one offset at that instant, not of one name', () => {
    expect(sameWallClock(new Date('2026-01-15T08:30:00Z'), ['Asia/Kolkata', 'Asia/Colombo'])).toBe(true);
    expect(sameWallClock(new Date('2026-01-15T08:30:00Z'), ['Europe/London', 'Africa/Lagos'])).toBe(false);
    expect(sameWallClock(new Date('2026-07-15T08:30:00Z'), ['Europe/London', 'Africa/Lagos'])).toBe(true);
  });
});

describe('today and tomorrow', () => {
  it.each([
    ['today', '2026-01-14T20:00:00Z', 'Asia/Kolkata'],
    ['tomorrow', '2026-01-14T18:00:00Z', 'Asia/Kolkata'],
    // The same moments, five time zones further west.
    ['tomorrow', '2026-01-14T20:00:00Z', 'Europe/London'],
    ['other', '2026-01-13T08:30:00Z', 'Asia/Kolkata'],
    ['other', '2026-01-16T08:30:00Z', 'Asia/Kolkata'],
  ])('%s, read at %s in %s', (day, now, zone) => {
    expect(relativeDay(new Date('2026-01-15T08:30:00Z'), { now: new Date(now), zone })).toBe(day);
  });

  it('counts days, not hours, over a night of 25 hours and the end of a year', () => {
    const zone = 'America/New_York';
    const afterNight = new Date('2026-11-02T04:30:00Z');
    expect(relativeDay(afterNight, { now: new Date('2026-10-31T12:00:00Z'), zone })).toBe('tomorrow');
    expect(relativeDay(new Date('2027-01-01T15:00:00Z'), { now: new Date('2026-12-31T15:00:00Z'), zone })).toBe(
      'tomorrow',
    );
  });
});
