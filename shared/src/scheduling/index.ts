export { cellsOf } from './cells.ts';
export { type Duration, durations } from './durations.ts';
export { addDays } from './civil-date.ts';
export { merged as mergedTimes, type Interval as TimeSpan } from './intervals.ts';
export {
  type BusyKind,
  type BusyTime,
  type Hours,
  hoursOf,
  type SlotQuery,
  type StartQuery,
  type Terms,
  termsOf,
} from './query.ts';
export { clocksGoBack, isRepeated, offsetAt } from './repeated-hour.ts';
export { availableDates, checkStart, freeStarts, type GridSlot, nextFreeStart, slots } from './slots.ts';
export type { Verdict } from './verdict.ts';
export { dateOf, dayBounds, instantsOf, monthBounds, wallClockAt } from './wall-clock.ts';
export { isWorkingTime } from './working-time.ts';
export { currentZoneName, fallbackZone, modernName, runtimeZone, zoneOrUtc } from './zone-name.ts';
