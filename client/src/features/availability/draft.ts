import type { OwnExpert, Weekday } from '@serene/shared/contracts';
import { faults, type FieldErrors } from '../../lib/forms/field-errors.ts';
import { weekdayName } from '../../lib/time/format.ts';
import { words } from './words.ts';

export type DayDraft = { start: string; end: string; enabled: boolean };
export type BreakDraft = { id: number; start: string; end: string; days: readonly number[] };

/** The hours while they are being edited. */
export type Draft = {
  timezone: string;
  slotDuration: 15 | 30 | 60;
  days: Record<Weekday, DayDraft>;
  breaks: readonly BreakDraft[];
  requiresApproval: boolean;
};

export type DraftAction =
  | { type: 'zone'; timezone: string }
  | { type: 'slot-duration'; slotDuration: Draft['slotDuration'] }
  | { type: 'day'; day: Weekday; change: Partial<DayDraft> }
  | { type: 'copy-day'; day: Weekday }
  | { type: 'add-break' }
  | { type: 'break'; id: number; change: Partial<Omit<BreakDraft, 'id'>> }
  | { type: 'remove-break'; id: number }
  | { type: 'approval'; requiresApproval: boolean }
  | { type: 'saved'; sent: Draft; saved: Draft };

/** Monday first, as a week is read; numbers as in the schedule. */
export const weekOrder: readonly Weekday[] = ['1', '2', '3', '4', '5', '6', '0'];

/** What there is to edit in a schedule. */
export function draftOf({ timezone, slotDuration, workingHours, breakTimes, requiresApproval }: OwnExpert): Draft {
  return {
    timezone,
    slotDuration,
    days: workingHours,
    breaks: breakTimes.map((pause, index) => ({ ...pause, id: index + 1 })),
    requiresApproval,
  };
}

export function reduceDraft(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case 'zone':
      return { ...draft, timezone: action.timezone };
    case 'slot-duration':
      return { ...draft, slotDuration: action.slotDuration };
    case 'day':
      return { ...draft, days: { ...draft.days, [action.day]: { ...draft.days[action.day], ...action.change } } };
    case 'copy-day':
      return { ...draft, days: copyDay(draft.days, action.day) };
    case 'add-break':
      return { ...draft, breaks: [...draft.breaks, newBreak(draft)] };
    case 'break':
      return {
        ...draft,
        breaks: draft.breaks.map((pause) => (pause.id === action.id ? { ...pause, ...action.change } : pause)),
      };
    case 'remove-break':
      return { ...draft, breaks: draft.breaks.filter((pause) => pause.id !== action.id) };
    case 'approval':
      return { ...draft, requiresApproval: action.requiresApproval };
    case 'saved':
      return afterSave(draft, action);
  }
}

/** What was edited since it was sent stays; the rest is now as it was saved. */
function afterSave(draft: Draft, { sent, saved }: { sent: Draft; saved: Draft }): Draft {
  const days = { ...draft.days };
  for (const day of weekOrder) if (days[day] === sent.days[day]) days[day] = saved.days[day];
  return {
    timezone: draft.timezone === sent.timezone ? saved.timezone : draft.timezone,
    slotDuration: draft.slotDuration === sent.slotDuration ? saved.slotDuration : draft.slotDuration,
    days,
    breaks: draft.breaks === sent.breaks ? saved.breaks : draft.breaks,
    requiresApproval:
      draft.requiresApproval === sent.requiresApproval ? saved.requiresApproval : draft.requiresApproval,
  };
}

function copyDay(days: Draft['days'], from: Weekday): Draft['days'] {
  const { start, end } = days[from];
  const copied = { ...days };
  for (const day of weekOrder) if (days[day].enabled) copied[day] = { start, end, enabled: true };
  return copied;
}

function newBreak({ breaks, days }: Draft): BreakDraft {
  const id = Math.max(0, ...breaks.map((pause) => pause.id)) + 1;
  return { id, start: '13:00', end: '14:00', days: weekOrder.filter((day) => days[day].enabled).map(Number) };
}

/** The faults of a draft by the id of the field they belong to. */
export function faultsOf({ breaks }: Draft): FieldErrors {
  const wrong: Record<string, string | false> = {};
  for (const [index, { id, start, end, days }] of breaks.entries()) {
    const name = words.break(index + 1);
    wrong[`break-${id}-end`] = end <= start && `${name}: ${words.breakOrder}`;
    wrong[`break-${id}-day-1`] = days.length === 0 && `${name}: ${words.breakNoDay}`;
  }
  return faults(wrong);
}

/** The name of a day of the schedule. */
export function dayName(day: Weekday): string {
  return weekdayName(Number(day));
}
