import { smallestRefundMinor } from '../money/index.ts';

/** Cancellation is free until `freeUntilHours` before the start; afterwards `refundPercentAfter` per cent come back. */
export type CancellationTerms = { freeUntilHours: number; refundPercentAfter: number };

/** Whose eyes and hands: the customer who booked, the expert who was booked, or an admin. */
export type SessionRole = 'customer' | 'expert' | 'admin';

const hourMs = 60 * 60_000;

/** The last instant, in epoch milliseconds, at which a customer cancels or moves a session for free. */
export function freeCancellationUntil(startsAt: number, { freeUntilHours }: CancellationTerms): number {
  return startsAt - freeUntilHours * hourMs;
}

export type CancellationQuestion = {
  by: SessionRole;
  status: 'pending' | 'confirmed';
  /** Epoch milliseconds. */
  startsAt: number;
  now: number;
  policy: CancellationTerms;
  /** What the customer paid, in minor units. */
  paidMinor: number;
  currency: string;
};

/**
 * What comes back when a session is cancelled before its start, in minor units (rule L2). The page asks this function
 * before the customer pays and before they cancel, and the server asks it when they do: the answers cannot differ.
 * Everything comes back when the expert or an admin cancels, and while the expert has not accepted yet; a customer gets
 * everything until the deadline and the policy's share after it: rounded half up, and no less than can be refunded.
 */
export function cancellationRefund(question: CancellationQuestion): number {
  const { by, status, startsAt, now, policy, paidMinor, currency } = question;
  if (by !== 'customer' || status === 'pending') return paidMinor;
  if (now <= freeCancellationUntil(startsAt, policy)) return paidMinor;
  const share = Math.floor((paidMinor * policy.refundPercentAfter + 50) / 100);
  return share === 0 ? 0 : Math.min(paidMinor, Math.max(share, smallestRefundMinor(currency)));
}
