import type { RefundMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import type { ReaderLocale } from '../reader-locale.ts';
import { durationText, expertUrl, sessionUrl, timeRows } from './booking-details.ts';

/** What the mails about one refund list: how much, and for what. */
export function refundDetailRows(data: RefundMailData, locale: ReaderLocale): [string, string][] {
  const { customer, expert, startsAt, duration } = data;
  const endsAt = new Date(startsAt.getTime() + duration * 60_000);
  return [
    ['Refund', formatMoney(data.amountMinor, data.currency, locale)],
    ['Expert', expert.name],
    ...timeRows({ startsAt, endsAt }, { reader: customer, other: expert, locale }),
    ['Duration', durationText(duration)],
    ['Reference', data.reference],
  ];
}

/** Where the customer reads on: the session with its receipts, or the expert's free times where none was booked. */
export function refundButton(frontendUrl: string, { sessionId, expert }: RefundMailData) {
  return sessionId === null
    ? { label: 'Choose another time', url: expertUrl(frontendUrl, expert) }
    : { label: 'View session and receipts', url: sessionUrl(frontendUrl, { sessionId }) };
}
