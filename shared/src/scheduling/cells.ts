import { minuteMs } from '../time/index.ts';

const cellMs = 5 * minuteMs;

/**
 * The 5-minute cells, counted from the epoch, that `[startsAt, busyUntil)` touches, rounded outwards (S2).
 * Two claims of an expert share a cell exactly if they would keep the expert busy at the same time;
 * the unique index on expert and cell refuses the second.
 */
export function cellsOf(startsAt: number, busyUntil: number): number[] {
  const first = Math.floor(startsAt / cellMs);
  const last = Math.ceil(busyUntil / cellMs);
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
}
