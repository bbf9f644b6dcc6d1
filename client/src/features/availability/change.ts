import type { AvailabilityChange } from '@serene/shared/contracts';
import { weekOrder, type DayDraft, type Draft } from './draft.ts';

/**
 * What leads from one draft to another: only the members, and of the week only the days, that differ. Whatever is not
 * named keeps its value on the server, also one that somebody else has changed since.
 */
export function changeOf(draft: Draft, before: Draft): AvailabilityChange {
  const days = weekOrder.filter((day) => !isSameDay(draft.days[day], before.days[day]));
  const breakTimes = breakTimesOf(draft);
  return {
    ...(draft.timezone !== before.timezone && { timezone: draft.timezone }),
    ...(draft.slotDuration !== before.slotDuration && { slotDuration: draft.slotDuration }),
    ...(days.length > 0 && { workingHours: Object.fromEntries(days.map((day) => [day, draft.days[day]])) }),
    ...(JSON.stringify(breakTimes) !== JSON.stringify(breakTimesOf(before)) && { breakTimes }),
    ...(draft.requiresApproval !== before.requiresApproval && { requiresApproval: draft.requiresApproval }),
  };
}

/** Whether two drafts say the same. */
export function isSameDraft(one: Draft, other: Draft): boolean {
  return Object.keys(changeOf(one, other)).length === 0;
}

function isSameDay(one: DayDraft, other: DayDraft): boolean {
  return one.start === other.start && one.end === other.end && one.enabled === other.enabled;
}

function breakTimesOf({ breaks }: Draft) {
  return breaks.map(({ start, end, days }) => ({ start, end, days: days.toSorted((a, b) => a - b) }));
}
