import type { PaymentStatus, RefundReason } from '@serene/shared/contracts';
import { refundDays } from '../../lib/messages/refund-days.ts';
import { t } from '../../lib/messages/translate.ts';

/** Exact words about money that was paid for a session. */
export const words = {
  payment: t('money.payment'),
  loading: t('money.loading'),
  failed: t('money.failed'),
  statuses: {
    created: t('money.statuses.created'),
    success: t('money.statuses.success'),
    failed: t('money.statuses.failed'),
    expired: t('money.statuses.expired'),
    refund_pending: t('money.statuses.refund_pending'),
    refunded: t('money.statuses.refunded'),
    partially_refunded: t('money.statuses.partially_refunded'),
    refund_failed: t('money.statuses.refund_failed'),
  } satisfies Record<PaymentStatus, string>,
  paid: (amount: string, method: string | undefined) =>
    method === undefined ? amount : t('money.paidBy', { amount, method }),
  paidOn: (day: string) => t('money.paidOn', { day }),
  /** How it was paid, after "by". */
  paidBy: {
    card: t('money.methods.card'),
    upi: t('money.methods.upi'),
    netbanking: t('money.methods.netbanking'),
    wallet: t('money.methods.wallet'),
    emi: t('money.methods.emi'),
    paylater: t('money.methods.paylater'),
  },
  /** Where it comes back to, after "your". */
  backTo: {
    card: t('money.backTo.card'),
    upi: t('money.backTo.upi'),
    netbanking: t('money.backTo.netbanking'),
    wallet: t('money.backTo.wallet'),
    emi: t('money.backTo.emi'),
    paylater: t('money.backTo.paylater'),
  },
  anyMethod: t('money.anyMethod'),
  refund: t('money.refund'),
  refundStarted: (amount: string) => t('money.refundStarted', { amount }),
  refundStartedText: (day: string) => t('money.refundStartedText', { day, refundDays }),
  refunded: (amount: string) => t('money.refunded', { amount }),
  refundedText: (day: string) => t('money.refundedText', { day, refundDays }),
  refundFailed: (amount: string) => t('money.refundFailed', { amount }),
  refundFailedText: t('money.refundFailedText'),
  refundClosed: (amount: string) => t('money.refundClosed', { amount }),
  refundClosedText: t('money.refundClosedText'),
  reasons: {
    'slot-lost': t('money.reasons.slot-lost'),
    'second-charge': t('money.reasons.second-charge'),
    mismatch: t('money.reasons.mismatch'),
    cancelled: t('money.reasons.cancelled'),
    rejected: t('money.reasons.rejected'),
    'no-show': t('money.reasons.no-show'),
    admin: t('money.reasons.admin'),
    gateway: t('money.reasons.gateway'),
  } satisfies Record<RefundReason, string>,
  refundReason: (reason: string, text: string) => t('money.refundReason', { reason, text }),
  creditNote: t('money.creditNote'),
  creditNoteFailed: t('money.creditNoteFailed'),
  preparing: t('money.preparing'),
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
