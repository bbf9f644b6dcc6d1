import type { ClientSession, Types } from 'mongoose';
import { revokeFamiliesOf } from './token-family-repository.ts';

/** Ends the links by which calendars read a person's sessions: who has one needs no password. */
export type EndFeedsOf = (userId: Types.ObjectId, transaction: ClientSession) => Promise<void>;

/**
 * Ends every sign-in of an account and the links to its calendars, in the transaction that sets its password: whoever
 * knew the old one is out.
 */
export async function endAccess(
  userId: Types.ObjectId,
  { now, endFeedsOf }: { now: Date; endFeedsOf: EndFeedsOf },
  transaction: ClientSession,
): Promise<void> {
  await revokeFamiliesOf(userId, now, transaction);
  await endFeedsOf(userId, transaction);
}
