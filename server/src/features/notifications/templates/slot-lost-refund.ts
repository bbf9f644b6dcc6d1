import type { MailContent, MailContext } from '../layout/content.ts';
import type { SlotLostMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import { localStart } from '../when.ts';
import { durationText, pageUrl, timeRows } from './booking-details.ts';

/** To a customer whose payment arrived when the slot was gone: the refund, and where to go from here (rule M5). */
export function slotLostRefund(data: SlotLostMailData, { brand }: MailContext): MailContent {
  const { customer, expert } = data;
  const amount = formatMoney(data.amountMinor, data.currency);
  const endsAt = new Date(data.startsAt.getTime() + data.duration * 60_000);
  const expertPage = pageUrl(brand.frontendUrl, `/experts/${encodeURIComponent(expert.slug)}`);
  return {
    subject: `Your time with ${expert.name} was taken: full refund of ${amount} started`,
    preview: `A full refund of ${amount} is on its way. You do not need to do anything.`,
    to: customer.name,
    blocks: [
      {
        kind: 'paragraph',
        text: `We are sorry: your payment reached us after this time with ${expert.name} had been taken, so no session was booked.`,
      },
      {
        kind: 'paragraph',
        text: `A full refund of ${amount} to the way you paid has started. You do not need to do anything; banks usually take 5 to 7 working days to show it.`,
      },
      {
        kind: 'details',
        title: 'What you had chosen',
        rows: [
          ['Expert', expert.name],
          ...timeRows({ startsAt: data.startsAt, endsAt }, customer, expert),
          ['Duration', durationText(data.duration)],
          ['Refund', amount],
          ['Reference', data.reference],
        ],
      },
      ...(data.nearest.length === 0
        ? []
        : [
            {
              kind: 'links' as const,
              title: `Free times nearby (${customer.timezone})`,
              items: data.nearest.map((start) => ({ label: localStart(start, customer.timezone), url: expertPage })),
            },
          ]),
      { kind: 'buttons', items: [{ label: 'Choose another time', url: expertPage }] },
    ],
    attachments: [],
  };
}
