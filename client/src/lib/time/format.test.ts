import { describe, expect, it } from 'vitest';
import { clockTime, clockTimes, longDay, shortDayAndTime, timeRange, timeUntil } from './format.ts';
import { searchZones, zoneChoices } from './search-zones.ts';
import { allZones, describeZone, knownZone, zoneOffset } from './zones.ts';

const start = '2026-01-15T08:30:00Z';
const end = '2026-01-15T09:30:00Z';

describe('times for people', () => {
  it('always belong to a zone', () => {
    expect(longDay(start, 'Asia/Kolkata')).toBe('Thursday, 15 January 2026');
    expect(clockTime(start, 'Asia/Kolkata')).toBe('2:00 pm');
    expect(timeRange(start, end, 'Asia/Kolkata')).toBe('2:00 – 3:00 pm IST');
    expect(shortDayAndTime(start, 'Europe/London')).toBe('Thu, 15 Jan, 8:30 am GMT');
  });

  it('have plain spaces only', () => {
    expect(timeRange(start, end, 'America/New_York')).toMatch(/^[\u0020-\u2008\u200A-\u202E]+$/);
  });

  it.each([
    ['2026-01-15T08:50:00Z', 'in 20 minutes'],
    ['2026-01-15T11:30:00Z', 'in 3 hours'],
    ['2026-01-17T08:30:00Z', 'in 2 days'],
  ])('say how far %s is', (instant, words) => {
    expect(timeUntil(instant, new Date(start))).toBe(words);
  });
});

describe('an hour that comes twice', () => {
  it.each([
    ['America/New_York', '2027-11-07T05:30:00Z', '1:30 am GMT-4', '2027-11-07T06:30:00Z', '1:30 am GMT-5'],
    ['Australia/Lord_Howe', '2027-04-03T14:45:00Z', '1:45 am GMT+11', '2027-04-03T15:15:00Z', '1:45 am GMT+10:30'],
    ['Africa/Cairo', '2027-10-28T20:30:00Z', '11:30 pm GMT+3', '2027-10-28T21:30:00Z', '11:30 pm GMT+2'],
    ['America/Santiago', '2027-04-04T02:30:00Z', '11:30 pm GMT-3', '2027-04-04T03:30:00Z', '11:30 pm GMT-4'],
    ['Europe/London', '2027-10-31T00:30:00Z', '1:30 am GMT+1', '2027-10-31T01:30:00Z', '1:30 am GMT'],
  ])('in %s has the offset in its words', (zone, first, firstWords, second, secondWords) => {
    expect([clockTime(first, zone), clockTime(second, zone)]).toEqual([firstWords, secondWords]);
  });

  it('names no offset a minute before and after', () => {
    const around = ['2027-11-07T04:59:00Z', '2027-11-07T07:00:00Z'];
    expect(around.map((instant) => clockTime(instant, 'America/New_York'))).toEqual(['12:59 am', '2:00 am']);
  });

  it.each([
    // Ends before it begins, by the clock on the wall.
    ['America/New_York', '2027-11-07T05:30:00Z', 30, '1:30 am GMT-4 – 1:00 am GMT-5'],
    // Begins and ends on the same wall clock.
    ['Australia/Lord_Howe', '2027-04-03T14:45:00Z', 30, '1:45 am GMT+11 – 1:45 am GMT+10:30'],
    // Takes longer than the wall clock says, though neither of its ends comes twice.
    ['America/New_York', '2027-11-07T04:30:00Z', 150, '12:30 am GMT-4 – 2:00 am GMT-5'],
    // One offset would be wrong for one of the ends: the clocks skip an hour in between.
    ['Europe/Berlin', '2027-03-28T00:30:00Z', 60, '1:30 am GMT+1 – 3:30 am GMT+2'],
    ['America/New_York', '2027-11-07T06:00:00Z', 30, '1:00 – 1:30 am GMT-5'],
  ])('in %s reads forward from %s on, %d minutes long', (zone, from, minutes, words) => {
    const to = new Date(Date.parse(from) + minutes * 60_000);
    expect(timeRange(from, to, zone)).toBe(words);
  });

  it('has both ends named where no zone stands beside them', () => {
    expect(clockTimes('2027-11-07T05:30:00Z', '2027-11-07T06:00:00Z', 'America/New_York')).toEqual([
      '1:30 am GMT-4',
      '1:00 am GMT-5',
    ]);
    expect(clockTimes(start, end, 'America/New_York')).toEqual(['3:30 am', '4:30 am']);
  });
});

describe('time zones', () => {
  it('carry the names of today', () => {
    expect(knownZone('Asia/Calcutta')).toBe('Asia/Kolkata');
    expect(allZones()).toContain('Asia/Kolkata');
    expect(allZones()).not.toContain('Asia/Calcutta');
  });

  it('are described with the offset of the day in question', () => {
    expect(describeZone('Asia/Kolkata', new Date(start))).toBe('India Standard Time (Kolkata, GMT+5:30)');
    expect(zoneOffset('America/New_York', new Date('2026-01-15T12:00:00Z'))).toBe('GMT-5');
    expect(zoneOffset('America/New_York', new Date('2026-07-15T12:00:00Z'))).toBe('GMT-4');
  });

  it.each([
    ['kathmandu', 'Asia/Kathmandu'],
    ['new york', 'America/New_York'],
    ['gmt+5:45', 'Asia/Kathmandu'],
    ['london europe', 'Europe/London'],
  ])('are found by %s', (search, zone) => {
    const found = searchZones(zoneChoices(new Date(start)), search).map((choice) => choice.zone);

    expect(found).toContain(zone);
  });
});
