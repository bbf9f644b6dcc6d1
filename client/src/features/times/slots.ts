import type { TimeSlot } from '@serene/shared/contracts';
import { wallTime } from '../../lib/time/days.ts';

export const dayParts = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];

/** A slot as it is drawn: free or taken; or the starts that a break rules out, as one row. */
export type SlotRow =
  | { kind: 'slot'; startTime: string; endTime: string; state: 'available' | 'booked' | 'held' }
  | { kind: 'break'; from: string; to: string };

export type SlotBoard = {
  parts: { part: DayPart; rows: SlotRow[] }[];
  free: number;
  /** Times that are not drawn, said in one line each. */
  hasPast: boolean;
  hasTooSoon: boolean;
};

/** Arranges a day's slots for the eye: by part of the day, breaks as one row, without what nobody could ever choose. */
export function arrangeSlots(slots: readonly TimeSlot[], zone: string): SlotBoard {
  const rows = new Map<DayPart, SlotRow[]>();
  for (const slot of slots) {
    const row = rowOf(slot);
    if (row === undefined) continue;
    const part = partOf(wallTime(slot.startTime, zone));
    const inPart = rows.get(part) ?? [];
    rows.set(part, inPart);
    const before = inPart.at(-1);
    if (row.kind === 'break' && before?.kind === 'break') before.to = row.to;
    else inPart.push(row);
  }
  return {
    parts: dayParts.flatMap((part) => {
      const inPart = rows.get(part);
      return inPart === undefined ? [] : [{ part, rows: inPart }];
    }),
    free: slots.filter((slot) => slot.available).length,
    hasPast: slots.some((slot) => slot.reason === 'past'),
    hasTooSoon: slots.some((slot) => slot.reason === 'notice'),
  };
}

function rowOf({ available, reason, startTime, endTime }: TimeSlot): SlotRow | undefined {
  if (available) return { kind: 'slot', startTime, endTime, state: 'available' };
  if (reason === 'booked' || reason === 'held') return { kind: 'slot', startTime, endTime, state: reason };
  if (reason === 'break') return { kind: 'break', from: startTime, to: startTime };
  return undefined;
}

function partOf(time: string): DayPart {
  if (time < '12:00') return 'morning';
  return time < '17:00' ? 'afternoon' : 'evening';
}

/** The free times closest to one that is gone, in the order of the day. */
export function nearestFree(slots: readonly TimeSlot[], startTime: string, count: number): TimeSlot[] {
  const distance = (slot: TimeSlot) => Math.abs(Date.parse(slot.startTime) - Date.parse(startTime));
  return slots
    .filter((slot) => slot.available)
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, count)
    .toSorted((one, other) => one.startTime.localeCompare(other.startTime));
}
