export { cellsOf } from './cells.ts';
export { durations, type Duration } from './durations.ts';
export { merged as mergedTimes, type Interval as TimeSpan } from './intervals.ts';
export { hoursOf, termsOf, type BusyTime, type SlotQuery, type Terms } from './query.ts';
export { clocksGoBack, isRepeated, offsetAt } from './repeated-hour.ts';
export { availableDates, checkStart, freeStarts, nextFreeStart, slots, type GridSlot } from './slots.ts';
export { dateOf, dayBounds, instantsOf, monthBounds, wallClockAt } from './wall-clock.ts';
export { isWorkingTime } from './working-time.ts';
export { currentZoneName, fallbackZone, modernName, runtimeZone, zoneOrUtc } from './zone-name.ts';
