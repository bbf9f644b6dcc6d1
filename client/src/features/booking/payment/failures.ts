/** Why a payment did not come about, as far as it makes a difference to what the customer can do. */
export type Failure =
  | 'insufficient-funds'
  | 'declined'
  | 'authentication'
  | 'timed-out'
  | 'dismissed'
  | 'card-unusable'
  | 'already-paid'
  /** Reported by the gateway, not decided yet. */
  | 'pending'
  /** It bought no session, and the money goes back. */
  | 'returned'
  | 'other';

// The reasons of gateways and addresses that call for words of their own.
const failures: Readonly<Record<string, Failure>> = {
  insufficient_fund: 'insufficient-funds',
  insufficient_funds: 'insufficient-funds',
  card_declined: 'declined',
  payment_failed: 'declined',
  authentication_failed: 'authentication',
  payment_timed_out: 'timed-out',
  payment_cancelled: 'dismissed',
  dismissed: 'dismissed',
  card_disabled_for_online_payments: 'card-unusable',
  card_number_invalid: 'card-unusable',
  order_already_paid: 'already-paid',
  payment_pending: 'pending',
  payment_returned: 'returned',
};

/** Maps a reason of the gateway or of an address to a known failure; its text is never shown. */
export function failureOf(reason: string | null | undefined): Failure {
  return (typeof reason === 'string' && Object.hasOwn(failures, reason) ? failures[reason] : undefined) ?? 'other';
}
