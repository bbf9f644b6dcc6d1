import { hourMs } from '../time/index.ts';

/** Cancellation is free until `freeUntilHours` before the start; afterwards `refundPercentAfter` per cent come back. */
export type CancellationTerms = { freeUntilHours: number; refundPercentAfter: number };

/** Whose eyes and hands: the customer who booked, the expert who was booked, or an admin. */
export type SessionRole = 'customer' | 'expert' | 'admin';

/** The last instant, in epoch milliseconds, at which a customer cancels or moves a session for free. */
export function freeCancellationUntil(
  startsAt: number,
  { freeUntilHours }: Pick<CancellationTerms, 'freeUntilHours'>,
): number {
  return startsAt - freeUntilHours * hourMs;
}

export type CancellationQuestion = {
  by: SessionRole;
  status: 'pending' | 'confirmed';
  /** Epoch milliseconds. */
  startsAt: number;
  now: number;
  policy: Pick<CancellationTerms, 'freeUntilHours'>;
  /** What the customer paid, in minor units. */
  paidMinor: number;
  /** What of it comes back after the deadline, in minor units, as the gateway can give it back. */
  lateRefundMinor: number;
};

/**
 * What comes back when a session is cancelled before its start, in minor units (rule L2). The page asks this function
 * before the customer pays and before they cancel, and the server asks it when they do: the answers cannot differ.
 * Everything comes back when the expert or an admin cancels, and while the expert has not accepted yet; a customer gets
 * everything until the deadline and the policy's share after it.
 */
export function cancellationRefund(question: CancellationQuestion): number {
  const { by, status, startsAt, now, policy, paidMinor, lateRefundMinor } = question;
  if (by !== 'customer' || status === 'pending') return paidMinor;
  return now <= freeCancellationUntil(startsAt, policy) ? paidMinor : lateRefundMinor;
}
