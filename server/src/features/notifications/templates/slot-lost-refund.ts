import { minuteMs } from '@serene/shared/time';
import type { MailBlock, MailContent, MailContext } from '../layout/content.ts';
import type { SlotLostMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import type { ReaderLocale } from '../reader-locale.ts';
import { localStart } from '../when.ts';
import { mailWords } from '../words/index.ts';
import { sessionRows, expertUrl, timeRows } from './booking-details.ts';
import { refundStarted } from './refund-texts.ts';

/**
 * To a customer whose payment arrived when the slot was gone: what becomes of the money, and where to go from here. Money
 * that was taken is refunded (rule M5); what was only set aside is never taken (rule M7).
 */
export function slotLostRefund(data: SlotLostMailData, { brand, locale }: MailContext): MailContent {
  const { slotLost, rows, buttons } = mailWords[locale.language];
  const { customer, expert } = data;
  const endsAt = new Date(data.startsAt.getTime() + data.duration * minuteMs);
  const money = data.charged ? refunded(data, locale) : released(data, locale);
  return {
    subject: money.subject,
    preview: money.preview,
    to: customer.name,
    blocks: [
      { kind: 'paragraph', text: slotLost.text(expert.name) },
      { kind: 'paragraph', text: money.text },
      {
        kind: 'details',
        title: slotLost.details,
        rows: [
          [rows.expert, expert.name],
          ...timeRows({ startsAt: data.startsAt, endsAt }, { reader: customer, other: expert, locale }),
          ...sessionRows(data, locale),
          money.row,
          [rows.reference, data.reference],
        ],
      },
      ...nearbyTimes(data, { page: expertUrl(brand.frontendUrl, expert), locale }),
      { kind: 'buttons', items: [{ label: buttons.chooseAnother, url: expertUrl(brand.frontendUrl, expert) }] },
    ],
    attachments: [],
  };
}

function nearbyTimes(
  { nearest, customer: { timezone: zone } }: SlotLostMailData,
  { page, locale }: { page: string; locale: ReaderLocale },
): MailBlock[] {
  if (nearest.length === 0) return [];
  const title = mailWords[locale.language].slotLost.nearby(zone);
  const items = nearest.map((start) => ({ label: localStart(start, { zone, locale }), url: page }));
  return [{ kind: 'links', title, items }];
}

type Money = { subject: string; preview: string; text: string; row: [string, string] };

function refunded({ amountMinor, currency, expert }: SlotLostMailData, locale: ReaderLocale): Money {
  const { slotLost, money } = mailWords[locale.language];
  const amount = formatMoney(amountMinor, currency, locale);
  return {
    subject: slotLost.refunded(expert.name, amount),
    preview: slotLost.refundedPreview(amount),
    text: refundStarted({ amountMinor, refundMinor: amountMinor, currency }, locale),
    row: [money.refund, amount],
  };
}

function released({ amountMinor, currency, expert }: SlotLostMailData, locale: ReaderLocale): Money {
  const { slotLost } = mailWords[locale.language];
  const amount = formatMoney(amountMinor, currency, locale);
  return {
    subject: slotLost.released(expert.name),
    preview: slotLost.releasedPreview(amount),
    text: slotLost.releasedText(amount),
    row: [slotLost.charged, slotLost.nothing],
  };
}
