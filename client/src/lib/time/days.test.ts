import { describe, expect, it } from 'vitest';
import { dayKey, monthKey, nextMonthKey, wallTime } from './days.ts';
import { noonOf } from './noon.ts';

describe('a day in a zone', () => {
  it.each([
    ['2026-01-15T20:00:00Z', 'Asia/Kolkata', '2026-01-16', '01:30'],
    ['2026-01-15T20:00:00Z', 'America/New_York', '2026-01-15', '15:00'],
    ['2026-01-15T11:30:00Z', 'Pacific/Auckland', '2026-01-16', '00:30'],
    ['2026-01-15T18:15:00Z', 'Asia/Kathmandu', '2026-01-16', '00:00'],
  ])('is read from %s in %s', (instant, zone, day, time) => {
    expect(dayKey(instant, zone)).toBe(day);
    expect(wallTime(instant, zone)).toBe(time);
  });

  it.each([
    ['2026-03-08', 'America/New_York', 'the clocks go forward'],
    ['2026-11-01', 'America/New_York', 'the clocks go back'],
    ['2026-09-27', 'Pacific/Auckland', 'the clocks go forward'],
    ['2026-04-24', 'Africa/Cairo', 'midnight is skipped'],
    ['2026-01-15', 'Asia/Kolkata', 'nothing happens'],
  ])('is named by its noon on %s in %s, when %s', (day, zone) => {
    expect(dayKey(noonOf(day, zone), zone)).toBe(day);
    expect(wallTime(noonOf(day, zone), zone)).toBe('12:00');
  });

  it('belongs to the month of its zone', () => {
    expect(monthKey('2026-01-31T20:00:00Z', 'Asia/Kolkata')).toBe('2026-02');
    expect(nextMonthKey('2026-12')).toBe('2027-01');
  });
});
