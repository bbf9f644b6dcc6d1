import type { PaymentStatus, RefundReason } from '@serene/shared/contracts';
import { config } from '../../lib/config.ts';

const { refundDays } = config;

/** Exact words about money that was paid for a session, in English. */
export const words = {
  payment: 'Payment',
  loading: 'Loading the payment',
  failed: 'The payment could not be loaded',
  statuses: {
    created: 'Confirming',
    success: 'Paid',
    failed: 'Failed',
    expired: 'Not paid',
    refund_pending: 'Refund started',
    refunded: 'Refunded',
    partially_refunded: 'Partly refunded',
    refund_failed: 'Refund delayed',
  } satisfies Record<PaymentStatus, string>,
  paid: (amount: string, method: string | undefined) => (method === undefined ? amount : `${amount} by ${method}`),
  paidOn: (day: string) => `on ${day}`,
  /** How it was paid, after "by". */
  paidBy: { card: 'card', upi: 'UPI', netbanking: 'net banking', wallet: 'wallet', emi: 'EMI', paylater: 'pay later' },
  /** Where it comes back to, after "your". */
  backTo: {
    card: 'card',
    upi: 'UPI account',
    netbanking: 'bank account',
    wallet: 'wallet',
    emi: 'card',
    paylater: 'pay-later account',
  },
  anyMethod: 'original payment method',
  refund: 'Refund',
  refundStarted: (amount: string) => `Refund of ${amount} started`,
  refundStartedText: (day: string) => `Since ${day}. It reaches you in about ${refundDays} working days.`,
  refunded: (amount: string) => `${amount} refunded`,
  refundedText: (day: string) => `Sent to your bank on ${day}. Banks take ${refundDays} working days to show it.`,
  refundFailed: (amount: string) => `The refund of ${amount} could not be made yet: we are on it`,
  refundFailedText: 'Your money is not lost, and there is nothing you need to do. We e-mail you when it is done.',
  refundClosed: (amount: string) => `${amount} came back through your bank`,
  refundClosedText: 'You had asked your bank for it, so there is no second refund.',
  reasons: {
    'slot-lost': 'The time had been booked by someone else',
    'second-charge': 'This payment had been made twice',
    mismatch: 'The payment did not match the booking',
    cancelled: 'Session cancelled',
    rejected: 'Request declined',
    'no-show': 'The session did not take place',
    admin: 'Returned by our team',
    gateway: 'Returned by the payment service',
  } satisfies Record<RefundReason, string>,
  creditNote: 'Download credit note',
  creditNoteFailed: 'The credit note could not be made.',
  preparing: 'Preparing…',
};

/** How the customer paid, after "by": `UPI`; undefined where the gateway did not say, or said something new. */
export function paidByText(method: string | null): string | undefined {
  const known: Readonly<Record<string, string>> = words.paidBy;
  return known[method ?? ''];
}

/** Where a refund goes, after "your": `UPI account`. */
export function backToText(method: string | null): string {
  const known: Readonly<Record<string, string>> = words.backTo;
  return known[method ?? ''] ?? words.anyMethod;
}
