import { describe, expect, it } from 'vitest';
import { currentZoneName, zoneOrUtc } from './zone-name.ts';

describe('the name of a zone', () => {
  it.each(['Asia/Kolkata', 'asia/kolkata', 'ASIA/KOLKATA', 'Asia/Calcutta', 'asia/calcutta'])(
    'is today’s and in its own letters, also for %s',
    (name) => {
      expect(currentZoneName(name)).toBe('Asia/Kolkata');
    },
  );

  it.each([
    ['america/new_york', 'America/New_York'],
    ['US/Eastern', 'America/New_York'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['America/Indianapolis', 'America/Indiana/Indianapolis'],
    ['Etc/UTC', 'UTC'],
    ['utc', 'UTC'],
  ])('of %s is %s', (name, expected) => {
    expect(currentZoneName(name)).toBe(expected);
  });

  it('stays what it is when it is asked for again', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const name = currentZoneName(zone);
      expect(name && currentZoneName(name)).toBe(name);
    }
  });

  it.each(['', '+05:30', 'Mars/Olympus', 'Asia/Kolkata ', 'Etc/Unknown', 'Asia/Calcuta'])('is none for %j', (name) => {
    expect(currentZoneName(name)).toBeNull();
  });

  it.each([
    ['US/Pacific', 'America/Los_Angeles'],
    ['Asia/Calcuta', 'UTC'],
    ['undefined', 'UTC'],
    ['', 'UTC'],
  ])('that times can be told in for a stored %j is %s', (stored, zone) => {
    expect(zoneOrUtc(stored)).toBe(zone);
  });
});
