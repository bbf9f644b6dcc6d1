import type { Translate } from './translate.ts';

/** What goes back, and whether that is all that was paid. */
type Share = { amount: string; isFull: boolean };

/**
 * Amounts and what becomes of them. "Not charged", "refund started" and "refunded" each mean one state of a payment. How
 * long money takes is never "instant", since banks decide.
 */
export function moneyWords(t: Translate) {
  const days = t('money.days');
  /** `full refund of INR 1,500.00`; a part of what was paid is no full one. */
  const refundName = ({ amount, isFull }: Share) => t('money.refundName', { amount, part: isFull ? 'full' : 'part' });
  return {
    free: t('money.free'),
    subject: (what: string, share: Share) => t('money.subject', { what, refund: refundName(share) }),
    started: (share: Share) => t('money.started', { refund: refundName(share), days }),
    paid: t('money.paid'),
    refund: t('money.refund'),
    noRefund: t('money.noRefund'),
  };
}

/** A payment's document has its number: `tax-invoice`, or `receipt` from a seller without a GSTIN. */
export const receiptWords = (t: Translate) => ({
  subject: (total: string, number: string) => t('receipt.subject', { total, number }),
  preview: ({ type, item, total }: { type: string; item: string; total: string }) =>
    t('receipt.preview', { type, item, total }),
  text: ({ type, number, total }: { type: string; number: string; total: string }) =>
    t('receipt.text', { type, number, total }),
  details: (type: string) => t('receipt.details', { type }),
  item: (expert: string) => t('receipt.item', { expert }),
  number: t('receipt.number'),
  sold: t('receipt.sold'),
  taxable: t('receipt.taxable'),
  total: t('receipt.total'),
});

/** Money came when the slot was gone: it goes back, or was only set aside and is let go of. */
export function slotLostWords(t: Translate) {
  const days = t('money.days');
  return {
    refunded: (expert: string, amount: string) => t('slotLost.refunded', { expert, amount }),
    released: (expert: string) => t('slotLost.released', { expert }),
    text: (expert: string) => t('slotLost.text', { expert }),
    refundedPreview: (amount: string) => t('slotLost.refundedPreview', { amount }),
    releasedPreview: (amount: string) => t('slotLost.releasedPreview', { amount }),
    releasedText: (amount: string) => t('slotLost.releasedText', { amount, days }),
    details: t('slotLost.details'),
    charged: t('slotLost.charged'),
    nothing: t('slotLost.nothing'),
    nearby: (zone: string) => t('slotLost.nearby', { zone }),
  };
}

/** A refund was made. */
export function refundedWords(t: Translate) {
  const days = t('money.days');
  return {
    subject: (amount: string) => t('refunded.subject', { amount }),
    preview: (amount: string) => t('refunded.preview', { amount, days }),
    text: (amount: string) => t('refunded.text', { amount, days }),
    details: t('refunded.details'),
    number: t('refunded.number'),
    longer: t('refunded.longer'),
  };
}

/** A refund could not be made yet. */
export const refundDelayedWords = (t: Translate) => ({
  subject: (amount: string) => t('refundDelayed.subject', { amount }),
  text: (amount: string) => t('refundDelayed.text', { amount }),
  nothingToDo: t('refundDelayed.nothingToDo'),
});
