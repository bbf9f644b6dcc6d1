import type { Stack } from '../stack/start-stack.ts';
import type { Violation } from '../tally.ts';
import { checkDocuments } from './documents.ts';
import { checkMails } from './mails.ts';
import { checkMoney } from './money.ts';
import { checkSlots } from './slots.ts';
import { takeSnapshot } from './snapshot.ts';
import { checkStates } from './states.ts';

/**
 * Looks at everything once all is settled and names what must not be.
 * @param disturbances when something was killed or the clock jumped, by the real clock in epoch milliseconds
 */
export async function checkInvariants(stack: Stack, disturbances: readonly number[]): Promise<Violation[]> {
  const snapshot = await takeSnapshot(stack);
  return [
    ...checkSlots(snapshot),
    ...checkMoney(snapshot),
    ...checkStates(snapshot),
    ...checkDocuments(snapshot),
    ...checkMails(snapshot, [...disturbances, ...stack.postOffice.lostAnswers]),
  ];
}
