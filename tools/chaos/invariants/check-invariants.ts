import type { Stack } from '../stack/start-stack.ts';
import type { Violation } from '../tally.ts';
import { checkBookings } from './bookings.ts';
import { checkDocuments } from './documents.ts';
import { checkKeys } from './keys.ts';
import { checkMails } from './mails.ts';
import { checkMoney } from './money.ts';
import { checkOffers } from './offers.ts';
import { asReadAcrossReleases } from './release-before.ts';
import { checkRetries } from './retries.ts';
import { checkSlots } from './slots.ts';
import { takeSnapshot } from './snapshot.ts';
import { checkStates } from './states.ts';

/** What no database knows after a run. */
export type Witnessed = {
  /** When something was killed or the clock jumped, by the real clock in epoch milliseconds. */
  disturbances: readonly number[];
  /** The bookings that answers named, by the row of the key that was sent. */
  knownKeys: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Looks at everything once all is settled and names what must not be. */
export async function checkInvariants(stack: Stack, { disturbances, knownKeys }: Witnessed): Promise<Violation[]> {
  const snapshot = await takeSnapshot(stack);
  return [
    ...checkSlots(snapshot),
    ...checkMoney(snapshot),
    ...checkStates(snapshot),
    ...checkBookings(stack.isMixed ? asReadAcrossReleases(snapshot) : snapshot),
    ...checkRetries(snapshot),
    ...checkKeys(snapshot, knownKeys),
    ...checkOffers(snapshot),
    ...checkDocuments(snapshot),
    ...checkMails(snapshot, [...disturbances, ...stack.postOffice.lostAnswers]),
  ];
}
