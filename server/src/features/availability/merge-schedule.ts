import {
  scheduleSchema,
  weekdays,
  type AvailabilityChange,
  type Schedule,
  type Weekday,
} from '@serene/shared/contracts';
import { AppError } from '../../errors.ts';

/**
 * A schedule after a change: absent members keep their value, days are changed one by one. The whole is checked, since
 * the database keeps it as it is given.
 * @throws AppError VALIDATION_FAILED with every issue
 */
export function mergeSchedule(current: Schedule, change: AvailabilityChange): Schedule {
  const { workingDays: _listed, workingHours: _hours, requiresApproval: _terms, ...others } = change;
  const days = weekdays.map((day) => [day, mergeDay(day, current, change)]);
  const result = scheduleSchema.safeParse({ ...current, ...others, workingHours: Object.fromEntries(days) });
  if (!result.success) {
    const issues = result.error.issues.map(({ path, message }) => ({
      in: 'body' as const,
      path: path.join('.'),
      message,
    }));
    throw new AppError('VALIDATION_FAILED', 'These hours cannot be saved. Check what was sent.', {
      details: { issues },
    });
  }
  const durations = [...new Set(result.data.durations)].toSorted((one, other) => one - other);
  return { ...result.data, durations };
}

/** `workingDays` says which days are worked where the day itself does not; the contract refuses a contradiction. */
function mergeDay(day: Weekday, current: Schedule, { workingDays, workingHours }: AvailabilityChange) {
  const { start, end, enabled = workingDays?.includes(Number(day)) } = workingHours?.[day] ?? {};
  const before = current.workingHours[day];
  return { start: start ?? before.start, end: end ?? before.end, enabled: enabled ?? before.enabled };
}
