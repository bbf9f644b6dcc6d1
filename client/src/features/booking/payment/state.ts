import type { OrderStatus, Session } from '@serene/shared/contracts';

/** Money that goes back, as the API shows it. */
export type Refund = Pick<NonNullable<OrderStatus['refund']>, 'amount' | 'reason'>;

export type PaymentPhase =
  /** There is no order yet, or it is being found again. */
  | 'preparing'
  /** The gateway's checkout is open, or about to be. */
  | 'paying'
  /** The checkout closed without a result; the hold stands. */
  | 'unfinished'
  /** The checkout could not be loaded. */
  | 'blocked'
  /** A payment was reported, here or by the server; what it became is not known yet. */
  | 'confirming'
  | 'ended'
  | 'lost'
  | 'booked'
  | 'refused';

export type PaymentState = {
  phase: PaymentPhase;
  /** Whether the checkout was ever open for this order: then an attempt may still be on its way. */
  attempted: boolean;
  /** The gateway's reason for the last attempt that failed. */
  failure: string | null;
  /** Counts the openings, so that "Open again" opens again. */
  round: number;
  session: Session | null;
  refund: Refund | null;
};

export type PaymentEvent =
  | { type: 'order-ready'; openNow: boolean }
  | { type: 'open-requested' }
  | { type: 'checkout-blocked' }
  | { type: 'attempt-failed'; reason: string }
  | { type: 'dismissed' }
  | { type: 'paid' }
  | { type: 'payment-on-its-way' }
  | { type: 'settled'; session: Session }
  | { type: 'slot-lost'; refund: Refund | null }
  | { type: 'refused' }
  | { type: 'hold-ended' }
  | { type: 'order-seen'; order: Pick<OrderStatus, 'status' | 'holdExpiresAt' | 'session' | 'refund'> };

export const initialPayment: PaymentState = {
  phase: 'preparing',
  attempted: false,
  failure: null,
  round: 0,
  session: null,
  refund: null,
};

const finalPhases: readonly PaymentPhase[] = ['lost', 'booked', 'refused'];

/** Whether nothing more can become of the payment by waiting. */
export function isFinal(phase: PaymentPhase): boolean {
  return finalPhases.includes(phase);
}

/** The next state of a payment. A failed attempt is never final, and what is final stays so. */
export function reducePayment(state: PaymentState, event: PaymentEvent): PaymentState {
  if (isFinal(state.phase)) return state;
  switch (event.type) {
    case 'order-ready':
      if (state.phase !== 'preparing') return state;
      // An order found again may have been paid for in another window.
      return event.openNow ? opened(state) : { ...state, phase: 'unfinished', attempted: true };
    case 'open-requested':
      return state.phase === 'confirming' ? state : opened(state);
    case 'checkout-blocked':
      return state.phase === 'paying' ? { ...state, phase: 'blocked', attempted: state.round > 1 } : state;
    case 'attempt-failed':
      return { ...state, failure: event.reason };
    case 'dismissed':
      return state.phase === 'paying' ? { ...state, phase: 'unfinished' } : state;
    case 'paid':
    case 'payment-on-its-way':
      return { ...state, phase: 'confirming', failure: null };
    case 'settled':
      return { ...state, phase: 'booked', session: event.session };
    case 'slot-lost':
      return { ...state, phase: 'lost', refund: event.refund };
    case 'refused':
      return { ...state, phase: 'refused' };
    case 'hold-ended':
      return isWaiting(state.phase) ? { ...state, phase: 'ended' } : state;
    case 'order-seen':
      return seen(state, event.order);
  }
}

function opened(state: PaymentState): PaymentState {
  return { ...state, phase: 'paying', attempted: true, failure: null, round: state.round + 1 };
}

/** Phases in which only the customer can go on, for as long as the hold stands. */
function isWaiting(phase: PaymentPhase): boolean {
  return phase === 'preparing' || isHeld(phase);
}

function seen(
  state: PaymentState,
  { status, session, refund, holdExpiresAt }: Extract<PaymentEvent, { type: 'order-seen' }>['order'],
): PaymentState {
  switch (status) {
    case 'success':
      return session === undefined ? state : { ...state, phase: 'booked', session };
    case 'refund_pending':
    case 'refunded':
    case 'partially_refunded':
    case 'refund_failed':
      return { ...state, phase: 'lost', refund: refund ?? null };
    case 'failed':
    case 'expired':
      // A payment that was reported may still settle an order whose hold has lapsed (M4): then keep asking.
      return isWaiting(state.phase) ? { ...state, phase: 'ended' } : state;
    case 'created':
      // Money that is not the price goes back, and leaves the order open in name only (M2).
      if (refund !== undefined) return { ...state, phase: 'lost', refund };
      return isWaiting(state.phase) && holdExpiresAt === null ? { ...state, phase: 'ended' } : state;
  }
}

/** Whether the customer holds the slot and nothing is under way. */
export function isHeld(phase: PaymentPhase): boolean {
  return phase === 'unfinished' || phase === 'blocked';
}
