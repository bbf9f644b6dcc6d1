import { hourMs, minuteMs } from '@serene/shared/time';

/** A try of an account's password that failed, or is being looked at. */
export type FailedTry = {
  id: string;
  at: Date;
  /** The network, or the known device, it came from; empty where a right password has followed from there. */
  network: string;
};

/** How many mistakes cost one network no wait. */
const freeTries = 5;
/** What the wait of a network grows to. */
const longestWaitMs = 15 * minuteMs;
/** How many mistakes all known devices of an account may make in an hour before they count as strangers. */
export const mostOnDevices = 10;
/** From so many failures of strangers in an hour, over all networks, the account is under attack. */
const attackFrom = 30;
/** Then one try a minute is looked at: with the thirty before and the devices' ten, at most 100 an hour (ASVS 2.2.1). */
const paceMs = minuteMs;

/** The failures that still count: those of the last hour. */
export function recentFailures(failures: readonly FailedTry[], now: Date): FailedTry[] {
  return failures.filter(({ at }) => now.getTime() - at.getTime() < hourMs);
}

/**
 * How long a network waits before its next try at an account. Five mistakes are free, then each doubles the wait of that
 * network alone, so nobody elsewhere is locked out by it. When many networks guess together, those that failed before
 * wait longest and the rest take turns, one try a minute.
 * @param failures of the last hour
 * @returns milliseconds; 0 for no wait
 */
export function waitBeforeTry(
  failures: readonly FailedTry[],
  { network, now }: { network: string; now: Date },
): number {
  const own = failures.filter((failure) => failure.network === network);
  const waits = [remaining(own, ownWait(own.length), now)];
  if (failures.length >= attackFrom) {
    waits.push(remaining(failures, paceMs, now), remaining(own, longestWaitMs, now));
  }
  return Math.max(...waits);
}

function ownWait(mistakes: number): number {
  return mistakes < freeTries ? 0 : Math.min(minuteMs * 2 ** (mistakes - freeTries), longestWaitMs);
}

/** What is left of a wait that began with the last of these failures. */
function remaining(failures: readonly FailedTry[], wait: number, now: Date): number {
  const last = failures.reduce((latest, { at }) => Math.max(latest, at.getTime()), 0);
  return failures.length === 0 ? 0 : Math.max(0, last + wait - now.getTime());
}
