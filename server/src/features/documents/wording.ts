import type { RefundReason } from '@serene/shared/contracts';

/** Where the books are kept. */
export const booksZone = 'Asia/Kolkata';

const dateFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: booksZone });

/** `12 January 2026`, in India, where the books are kept. */
export function dateText(instant: Date): string {
  return dateFormat.format(instant);
}

const methods: Readonly<Record<string, string>> = {
  card: 'Card',
  emi: 'Card, in instalments',
  netbanking: 'Net banking',
  paylater: 'Pay later',
  upi: 'UPI',
  wallet: 'Wallet',
};

/** How somebody paid, from the gateway's name for it. */
export function methodText(method: string): string {
  return methods[method] ?? method;
}

/** Why money went back, as the customer's papers say. */
export const reasonTexts: Record<RefundReason, string> = {
  'slot-lost': 'The time was no longer free when the payment arrived',
  'second-charge': 'The booking was already paid',
  mismatch: 'The amount did not match the price',
  cancelled: 'The session was cancelled',
  rejected: 'The request was declined',
  'no-show': 'The expert did not come',
  admin: 'Returned by the seller',
  gateway: 'Returned by the seller',
};
