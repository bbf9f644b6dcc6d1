import { availabilityChangeSchema, defaultSchedule, type Schedule } from '@serene/shared/contracts';
import { describe, expect, it } from 'vitest';
import { mergeSchedule } from './merge-schedule.ts';

const merge = (change: unknown, current: Schedule = defaultSchedule) =>
  mergeSchedule(current, availabilityChangeSchema.parse(change));
const workedDays = ({ workingHours }: Schedule) =>
  Object.entries(workingHours).flatMap(([day, { enabled }]) => (enabled ? [Number(day)] : []));

describe('changing a schedule', () => {
  it('keeps what is not named', () => {
    expect(merge({})).toEqual(defaultSchedule);
    expect(merge({ bufferMinutes: 10 })).toEqual({ ...defaultSchedule, bufferMinutes: 10 });
  });

  it('changes days one by one', () => {
    const changed = merge({ workingHours: { '1': { start: '10:00', end: '14:00', enabled: true } } });

    expect(changed.workingHours['1']).toEqual({ start: '10:00', end: '14:00', enabled: true });
    expect(changed.workingHours['2']).toEqual(defaultSchedule.workingHours['2']);
  });

  it('takes workingDays for the days that are worked, with the hours they had', () => {
    const changed = merge({ workingDays: [0, 6] });

    expect(workedDays(changed)).toEqual([0, 6]);
    expect(changed.workingHours['0']).toEqual({ start: '09:00', end: '17:00', enabled: true });
  });

  it('lets workingDays say what a day leaves open', () => {
    const changed = merge({
      workingDays: [6],
      workingHours: { '6': { start: '08:00', end: '12:00' }, '1': { start: '08:00', end: '12:00' } },
    });

    expect(changed.workingHours['6']).toEqual({ start: '08:00', end: '12:00', enabled: true });
    expect(changed.workingHours['1']).toEqual({ start: '08:00', end: '12:00', enabled: false });
  });

  it('keeps a day on or off when only its hours change', () => {
    const changed = merge({
      workingHours: { '0': { start: '08:00', end: '12:00' }, '1': { start: '08:00', end: '12:00' } },
    });

    expect([changed.workingHours['0'].enabled, changed.workingHours['1'].enabled]).toEqual([false, true]);
  });

  it('takes an empty list of working days for none', () => {
    expect(workedDays(merge({ workingDays: [] }))).toEqual([]);
  });

  it('keeps durations once each, shortest first', () => {
    expect(merge({ durations: [90, 30, 90] }).durations).toEqual([30, 90]);
  });

  it('refuses a whole that is no schedule, with the path of each issue', () => {
    const broken = { ...defaultSchedule, timezone: 'Mars/Olympus' };

    expect(() => merge({ bufferMinutes: 5 }, broken)).toThrow(
      expect.objectContaining({
        code: 'VALIDATION_FAILED',
        details: { issues: [expect.objectContaining({ path: 'timezone' })] },
      }),
    );
  });
});
