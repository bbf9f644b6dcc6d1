import { minuteMs } from '@serene/shared/time';
import type { MailLink } from '../layout/content.ts';
import type { RefundMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import type { ReaderLocale } from '../reader-locale.ts';
import { mailWords } from '../words/index.ts';
import { sessionRows, expertUrl, sessionUrl, timeRows } from './booking-details.ts';

/** What the mails about one refund list: how much, and for what. */
export function refundDetailRows(data: RefundMailData, locale: ReaderLocale): [string, string][] {
  const { money, rows } = mailWords[locale.language];
  const { customer, expert, startsAt, duration } = data;
  const endsAt = new Date(startsAt.getTime() + duration * minuteMs);
  return [
    [money.refund, formatMoney(data.amountMinor, data.currency, locale)],
    [rows.expert, expert.name],
    ...timeRows({ startsAt, endsAt }, { reader: customer, other: expert, locale }),
    ...sessionRows(data, locale),
    [rows.reference, data.reference],
  ];
}

/** Where the customer reads on: the session with its receipts, or the expert's free times where none was booked. */
export function refundButton(
  { sessionId, expert }: RefundMailData,
  { frontendUrl, locale }: { frontendUrl: string; locale: ReaderLocale },
): MailLink {
  const { buttons } = mailWords[locale.language];
  return sessionId === null
    ? { label: buttons.chooseAnother, url: expertUrl(frontendUrl, expert) }
    : { label: buttons.sessionAndReceipts, url: sessionUrl(frontendUrl, { sessionId }) };
}
