import type { MailContent, MailContext } from '../layout/content.ts';
import type { RequestMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import { localStart } from '../when.ts';
import { mailWords } from '../words/index.ts';
import { amountRow, sessionRows, sessionUrl, timeRows } from './booking-details.ts';

/** To the customer whose request waits for the expert's answer (rule L4). */
export function bookingRequestUser(data: RequestMailData, { brand, locale }: MailContext): MailContent {
  const { requestSent, rows, buttons } = mailWords[locale.language];
  const { customer, expert } = data;
  const zone = customer.timezone;
  const deadline = localStart(data.answerBy, { zone, locale });
  const isPaid = data.paymentId !== null;
  return {
    subject: requestSent.subject(expert.name),
    preview: requestSent.preview(expert.name, deadline),
    to: customer.name,
    blocks: [
      { kind: 'paragraph', text: requestSent.text(expert.name, { deadline, zone }) },
      {
        kind: 'paragraph',
        text: isPaid ? requestSent.comesBack(formatMoney(data.amountMinor, data.currency, locale)) : requestSent.ends,
      },
      {
        kind: 'details',
        title: requestSent.details,
        rows: [
          [rows.expert, expert.name],
          ...timeRows(data, { reader: customer, other: expert, locale }),
          ...sessionRows(data, locale),
          amountRow(data, { isPaid, locale }),
          [rows.reference, data.reference],
        ],
      },
      { kind: 'paragraph', text: requestSent.kept },
      { kind: 'buttons', items: [{ label: buttons.request, url: sessionUrl(brand.frontendUrl, data) }] },
    ],
    attachments: [],
  };
}
