import { formatMoney } from '../money.ts';

/** What was paid for a session and what of it goes back, in minor units. */
type Returned = { amountMinor: number; refundMinor: number; currency: string };

/** How long it takes until somebody sees money that was returned; never "instant", since banks decide. */
export const refundTime = 'about 5 to 7 working days';

/** `full refund of INR 1,500.00`; a part of what was paid is no full one. */
export function refundName({ amountMinor, refundMinor, currency }: Returned): string {
  return `${refundMinor < amountMinor ? '' : 'full '}refund of ${formatMoney(refundMinor, currency)}`;
}

/** Ends a subject: `: full refund of INR 1,500.00 started`, or nothing where nothing goes back. */
export function refundSubject(returned: Returned): string {
  return returned.refundMinor === 0 ? '' : `: ${refundName(returned)} started`;
}

/** What a refund that was just queued means for the customer. */
export function refundStarted(returned: Returned): string {
  return `Your ${refundName(returned)} has started. You do not need to do anything: it goes to the way you paid, and banks usually show it in ${refundTime}.`;
}

/** What was paid and what goes back, as rows; none for a free session. */
export function refundRows({ amountMinor, refundMinor, currency }: Returned): [string, string][] {
  if (amountMinor === 0) return [];
  return [
    ['Paid', formatMoney(amountMinor, currency)],
    ['Refund', refundMinor === 0 ? 'None' : formatMoney(refundMinor, currency)],
  ];
}
