import { describe, expect, it } from 'vitest';
import { plainEnglish, readerLocale } from './reader-locale.ts';
import { localClock, localStart, localTime, relativeDay, sameWallClock, spelledOut } from './when.ts';

/** An hour from the given instant. */
const hourFrom = (start: string) => ({
  startsAt: new Date(start),
  endsAt: new Date(Date.parse(start) + 3_600_000),
});

/** Read by somebody of whom nothing is known. */
const plain = (zone: string) => ({ zone, locale: plainEnglish });

describe('local time', () => {
  it('is the reader’s wall clock, with the name of their zone', () => {
    expect(localTime(hourFrom('2026-01-15T08:30:00Z'), plain('Asia/Kolkata'))).toEqual({
      date: 'Thursday, 15 January 2026',
      start: '14:00',
      time: '14:00 – 15:00',
      zone: 'India Standard Time (Asia/Kolkata)',
    });
  });

  it('knows the day before, quarter hours and midnight as 00:00', () => {
    const session = hourFrom('2026-01-15T18:15:00Z');

    expect(localTime(session, plain('Asia/Kathmandu'))).toMatchObject({
      date: 'Friday, 16 January 2026',
      time: '00:00 – 01:00',
    });
    expect(localTime(session, plain('America/New_York'))).toMatchObject({ date: 'Thursday, 15 January 2026' });
  });

  it('names the day of an end after midnight', () => {
    expect(localTime(hourFrom('2026-01-15T18:00:00Z'), plain('Asia/Kolkata')).time).toBe('23:30 – 00:30 (Friday)');
  });

  it('tells the two 01:30 of an autumn night apart', () => {
    const [first, second] = ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'].map((start) =>
      localTime(hourFrom(start), plain('America/New_York')),
    );

    expect([first?.start, second?.start]).toEqual(['01:30', '01:30']);
    // The first of them ends after the clocks have gone back.
    expect([first?.time, second?.time]).toEqual(['01:30 GMT-4 – 01:30 GMT-5', '01:30 – 02:30']);
    expect(first?.zone).toBe('Eastern Time (America/New_York)');
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
    expect(localTime(hourFrom(start), plain(zone))).toMatchObject({ start: time, zone: `${name} (${zone})` });
  });

  it('of an hour that spring leaves out shows what clocks will show', () => {
    expect(localTime(hourFrom('2026-03-29T00:30:00Z'), plain('Europe/London')).time).toBe('00:30 – 02:30');
  });
});

describe('local time as a reader’s region writes it', () => {
  const session = hourFrom('2026-01-15T08:30:00Z');
  const read = (tag: string, zone = 'Asia/Kolkata', interval = session) =>
    localTime(interval, { zone, locale: readerLocale(tag) });

  it.each([
    ['en-IN', 'Thursday, 15 January 2026', '2:00 pm – 3:00 pm', 'India Standard Time'],
    ['en-US', 'Thursday, January 15, 2026', '2:00 PM – 3:00 PM', 'India Standard Time'],
    ['en-GB', 'Thursday, 15 January 2026', '14:00 – 15:00', 'India Standard Time'],
    ['hi-IN', 'गुरुवार, 15 जनवरी 2026', '2:00 pm – 3:00 pm', 'भारतीय मानक समय'],
    // Mails are not written in these: English, with the dates of the region where Intl knows them.
    ['de-DE', 'Thursday, 15 January 2026', '14:00 – 15:00', 'India Standard Time'],
    ['pt-BR', 'Thursday, 15 January 2026', '14:00 – 15:00', 'India Standard Time'],
  ])('%s: %s, %s, %s', (tag, date, time, zoneName) => {
    expect(read(tag)).toMatchObject({ date, time, zone: `${zoneName} (Asia/Kolkata)` });
  });

  it.each([
    ['en-US', '1:30 AM EDT', '1:30 AM EST', 'Eastern Daylight Time', 'Eastern Standard Time'],
    ['hi-IN', '1:30 am GMT-4', '1:30 am GMT-5', 'उत्तरी अमेरिकी पूर्वी डेलाइट समय', 'उत्तरी अमेरिकी पूर्वी मानक समय'],
  ])('in %s tells the two 01:30 of an autumn night apart', (tag, early, late, summer, winter) => {
    const [first, second] = ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'].map((start) => {
      const startsAt = new Date(start);
      return read(tag, 'America/New_York', { startsAt, endsAt: new Date(startsAt.getTime() + 1_740_000) });
    });

    const alone = ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'].map((start) =>
      localClock(new Date(start), { zone: 'America/New_York', locale: readerLocale(tag) }),
    );
    expect(alone).toEqual([early, late]);
    expect([first?.zone, second?.zone]).toEqual([`${summer} (America/New_York)`, `${winter} (America/New_York)`]);
  });

  it('names the day of an end after midnight', () => {
    const late = hourFrom('2026-01-15T18:00:00Z');

    expect(read('en-US', 'Asia/Kolkata', late).time).toBe('11:30 PM – 12:30 AM (Friday)');
    expect(read('hi-IN', 'Asia/Kolkata', late).time).toBe('11:30 pm – 12:30 am (शुक्रवार)');
  });

  it('holds plain spaces only', () => {
    for (const tag of ['en-US', 'en-IN', 'en-CA', 'hi-IN', 'de-AT']) {
      expect(JSON.stringify(read(tag))).not.toMatch(/[\u2009\u202F]/);
    }
  });
});

describe('an hour that comes twice', () => {
  const half = (start: string) => ({
    startsAt: new Date(start),
    endsAt: new Date(Date.parse(start) + 1_800_000),
  });

  it.each([
    ['America/New_York', 'en-US', '2027-11-07T05:30:00Z', '1:30 AM EDT – 1:00 AM EST', 'Eastern Time'],
    ['America/New_York', 'hi-IN', '2027-11-07T05:30:00Z', '1:30 am GMT-4 – 1:00 am GMT-5', 'उत्तरी अमेरिकी पूर्वी समय'],
    ['Australia/Lord_Howe', 'en-IN', '2027-04-03T14:45:00Z', '1:45 am GMT+11 – 1:45 am GMT+10:30', 'Lord Howe Time'],
  ])('in %s for %s reads forward over the change at %s: %s', (zone, tag, start, time, zoneName) => {
    expect(localTime(half(start), { zone, locale: readerLocale(tag) })).toMatchObject({
      time,
      zone: `${zoneName} (${zone})`,
    });
  });

  it('is named wherever a start stands alone', () => {
    const starts = ['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z', '2027-10-31T02:30:00Z'];
    expect(starts.map((start) => localStart(new Date(start), plain('Europe/London')))).toEqual([
      'Sunday, 31 October 2027, 01:30 BST',
      'Sunday, 31 October 2027, 01:30 GMT',
      'Sunday, 31 October 2027, 02:30',
    ]);
  });

  it('is spelled out, and no other', () => {
    const read = (start: string) => spelledOut(half(start), plain('America/New_York'));
    expect(read('2027-11-07T05:30:00Z')).toBe(
      'Sunday, 7 November 2027, 01:30 GMT-4 – 01:00 GMT-5, Eastern Time (America/New_York)',
    );
    // Its end comes twice.
    expect(read('2027-11-07T04:30:00Z')).toBe(
      'Sunday, 7 November 2027, 00:30 – 01:00, Eastern Daylight Time (America/New_York)',
    );
    expect(read('2027-11-07T07:00:00Z')).toBeNull();
    expect(spelledOut(half('2027-11-07T05:30:00Z'), plain('Asia/Kolkata'))).toBeNull();
  });
});

describe('the same wall clock', () => {
  it('is that of zones with one offset at that instant, not of one name', () => {
    expect(sameWallClock(new Date('2026-01-15T08:30:00Z'), ['Asia/Kolkata', 'Asia/Colombo'])).toBe(true);
    expect(sameWallClock(new Date('2026-01-15T08:30:00Z'), ['Europe/London', 'Africa/Lagos'])).toBe(false);
    expect(sameWallClock(new Date('2026-07-15T08:30:00Z'), ['Europe/London', 'Africa/Lagos'])).toBe(true);
    // Only in London does this hour come twice.
    expect(sameWallClock(new Date('2026-10-25T01:30:00Z'), ['Europe/London', 'Africa/Abidjan'])).toBe(true);
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
