import type { MailContent, MailContext } from '../layout/content.ts';
import type { SlotLostMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import type { ReaderLocale } from '../reader-locale.ts';
import { localStart } from '../when.ts';
import { durationText, expertUrl, timeRows } from './booking-details.ts';
import { refundStarted, refundTime } from './refund-words.ts';

/**
 * To a customer whose payment arrived when the slot was gone: what becomes of the money, and where to go from here. Money
 * that was taken is refunded (rule M5); what was only set aside is never taken (rule M7).
 */
export function slotLostRefund(data: SlotLostMailData, { brand, locale }: MailContext): MailContent {
  const { customer, expert } = data;
  const endsAt = new Date(data.startsAt.getTime() + data.duration * 60_000);
  const expertPage = expertUrl(brand.frontendUrl, expert);
  const money = data.charged ? refunded(data, locale) : released(data, locale);
  return {
    subject: `Your time with ${expert.name} was taken: ${money.subject}`,
    preview: money.preview,
    to: customer.name,
    blocks: [
      {
        kind: 'paragraph',
        text: `We are sorry: your payment reached us after this time with ${expert.name} had been taken, so no session was booked.`,
      },
      { kind: 'paragraph', text: money.text },
      {
        kind: 'details',
        title: 'What you had chosen',
        rows: [
          ['Expert', expert.name],
          ...timeRows({ startsAt: data.startsAt, endsAt }, { reader: customer, other: expert, locale }),
          ['Duration', durationText(data.duration)],
          money.row,
          ['Reference', data.reference],
        ],
      },
      ...(data.nearest.length === 0
        ? []
        : [
            {
              kind: 'links' as const,
              title: `Free times nearby (${customer.timezone})`,
              items: data.nearest.map((start) => ({
                label: localStart(start, { zone: customer.timezone, locale }),
                url: expertPage,
              })),
            },
          ]),
      { kind: 'buttons', items: [{ label: 'Choose another time', url: expertPage }] },
    ],
    attachments: [],
  };
}

type Money = { subject: string; preview: string; text: string; row: [string, string] };

function refunded({ amountMinor, currency }: SlotLostMailData, locale: ReaderLocale): Money {
  const amount = formatMoney(amountMinor, currency, locale);
  return {
    subject: `full refund of ${amount} started`,
    preview: `A full refund of ${amount} is on its way. You do not need to do anything.`,
    text: refundStarted({ amountMinor, refundMinor: amountMinor, currency }, locale),
    row: ['Refund', amount],
  };
}

function released({ amountMinor, currency }: SlotLostMailData, locale: ReaderLocale): Money {
  const amount = formatMoney(amountMinor, currency, locale);
  return {
    subject: 'nothing was charged',
    preview: `You have not been charged. Your bank lets go of ${amount} by itself.`,
    text: `You have not been charged. Your bank had set ${amount} aside and lets go of it by itself, usually in ${refundTime}. You do not need to do anything.`,
    row: ['Charged', 'Nothing'],
  };
}
