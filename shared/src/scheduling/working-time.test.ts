import { describe, expect, it } from 'vitest';
import { defaultSchedule, type Schedule } from '../contracts/index.ts';
import { isWorkingTime } from './index.ts';

// Monday to Friday, 09:00 to 17:00; 2026-01-15 is a Thursday.
const london: Schedule = { ...defaultSchedule, timezone: 'Europe/London' };
const interval = (start: string, end: string) => ({ start: Date.parse(start), end: Date.parse(end) });
const thursday = (start: string, end: string) => interval(`2026-01-15T${start}:00Z`, `2026-01-15T${end}:00Z`);

describe('working time (S5)', () => {
  it('includes the first and the last minute of the hours', () => {
    expect(isWorkingTime(london, thursday('09:00', '17:00'))).toBe(true);
    expect(isWorkingTime(london, thursday('08:55', '10:00'))).toBe(false);
    expect(isWorkingTime(london, thursday('16:00', '17:05'))).toBe(false);
  });

  it('does not care about the grid, the notice, the horizon or the durations', () => {
    const narrow: Schedule = { ...london, slotDuration: 60, maximumAdvanceDays: 1, durations: [30] };

    expect(isWorkingTime(narrow, thursday('09:20', '10:05'))).toBe(true);
  });

  it('ends where a break or time off begins, and may touch both', () => {
    const broken: Schedule = {
      ...london,
      breakTimes: [{ start: '12:00', end: '13:00', days: [4] }],
      timeOff: [{ startsAt: '2026-01-15T16:00:00Z', endsAt: '2026-01-16T00:00:00Z' }],
    };

    expect(isWorkingTime(broken, thursday('11:00', '12:00'))).toBe(true);
    expect(isWorkingTime(broken, thursday('13:00', '16:00'))).toBe(true);
    expect(isWorkingTime(broken, thursday('12:30', '13:30'))).toBe(false);
    expect(isWorkingTime(broken, thursday('15:30', '16:05'))).toBe(false);
  });

  it('runs from one day into the next where the hours meet at midnight', () => {
    const day = { start: '00:00', end: '24:00', enabled: true };
    const round: Schedule = { ...london, workingHours: { ...london.workingHours, '4': day, '5': day } };
    const overMidnight = interval('2026-01-15T23:30:00Z', '2026-01-16T00:30:00Z');

    expect(isWorkingTime(round, overMidnight)).toBe(true);
    expect(isWorkingTime(london, overMidnight)).toBe(false);
  });

  it('follows the wall clock through a change of the clocks', () => {
    // Summer time begins on Sunday: on Monday nine o'clock is an hour earlier.
    expect(isWorkingTime(london, interval('2026-03-27T09:00:00Z', '2026-03-27T10:00:00Z'))).toBe(true);
    expect(isWorkingTime(london, interval('2026-03-30T08:00:00Z', '2026-03-30T09:00:00Z'))).toBe(true);
    expect(isWorkingTime(london, interval('2026-03-30T16:00:00Z', '2026-03-30T17:00:00Z'))).toBe(false);
  });
});
