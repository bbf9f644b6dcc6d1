import { parseClockOffset } from '../../infra/clock.ts';

/** A reminder: its name as configured, such as `24h`, and how long before the start it is due. */
export type ReminderOffset = { name: string; ms: number };

/**
 * Reads the configured offsets, longest first. Each but the last is of use only until the next one is due: whoever was
 * not reminded a day ahead in time is reminded an hour ahead, not twice at once.
 */
export function readOffsets(names: readonly string[]): ReminderOffset[] {
  const offsets = [...new Set(names)].map((name) => ({ name, ms: parseClockOffset(name) }));
  return offsets.toSorted((one, other) => other.ms - one.ms);
}

/** How long before the start a reminder is of no more use: when the next shorter one is due, or the session begins. */
export function uselessFromMs(offset: ReminderOffset, offsets: readonly ReminderOffset[]): number {
  return Math.max(0, ...offsets.map(({ ms }) => ms).filter((ms) => ms < offset.ms));
}
