import { describe, expect, it } from 'vitest';
import { clockTime, longDay, shortDayAndTime, timeRange, timeUntil } from './format.ts';
import { searchZones, zoneChoices } from './search-zones.ts';
import { allZones, currentName, describeZone, zoneOffset } from './zones.ts';

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

describe('time zones', () => {
  it('carry the names of today', () => {
    expect(currentName('Asia/Calcutta')).toBe('Asia/Kolkata');
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
