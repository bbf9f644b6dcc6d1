import type { Interval } from './intervals.ts';
import { dayMs } from '../time/index.ts';
import { zoneOrUtc } from './zone-name.ts';
import { offsetReader, type OffsetReader } from './zone-offset.ts';

// Pages show a few zones, and making a reader costs more than using it. Small, because every page loads this.
const readers = new Map<string, OffsetReader>();
const rememberedZones = 50;

/** How far the clocks of `timezone` are ahead of UTC at an instant, in milliseconds; those of UTC where the zone is unknown. */
export function offsetAt(instant: number, timezone: string): number {
  let read = readers.get(timezone);
  if (read === undefined) {
    if (readers.size === rememberedZones) readers.clear();
    read = offsetReader(zoneOrUtc(timezone));
    readers.set(timezone, read);
  }
  return read(instant);
}

/**
 * Whether the clocks of `timezone` show the date and time of an instant twice (S6): then only an offset says which.
 * @example isRepeated(Date.parse('2027-11-07T05:30Z'), 'America/New_York') // true: 01:30 comes again an hour later
 */
export function isRepeated(instant: number, timezone: string): boolean {
  const wall = instant + offsetAt(instant, timezone);
  // No clock goes back by more than a day, and none twice within two.
  return [-dayMs, dayMs].some((away) => {
    const other = wall - offsetAt(instant + away, timezone);
    return other !== instant && other + offsetAt(other, timezone) === wall;
  });
}

/**
 * Whether the clocks of `timezone` go back between two instants: then the time that passes is longer than the wall
 * clock says, and its end can read as its start or earlier.
 */
export function clocksGoBack({ start, end }: Interval, timezone: string): boolean {
  return offsetAt(end, timezone) < offsetAt(start, timezone);
}
