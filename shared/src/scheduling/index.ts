export { cellsOf } from './cells.ts';
export { addDays } from './civil-date.ts';
export { merged as mergedTimes, type Interval as TimeSpan } from './intervals.ts';
export type { BusyKind, BusyTime, SlotQuery, StartQuery } from './query.ts';
export { availableDates, checkStart, freeStarts, type GridSlot, nextFreeStart, slots } from './slots.ts';
export type { Verdict } from './verdict.ts';
export { dateOf, dayBounds, instantsOf, monthBounds, wallClockAt } from './wall-clock.ts';
export { isWorkingTime } from './working-time.ts';
export { currentZoneName } from './zone-name.ts';
