import type { MailContent, MailContext } from '../layout/content.ts';
import type { RequestMailData } from '../mail-data.ts';
import { localStart } from '../when.ts';
import { mailWords } from '../words/index.ts';
import { amountRow, sessionRows, pageUrl, sessionUrl, timePreview, timeRows, toldRows } from './booking-details.ts';

/** To the expert who has a request to answer (rule L4). */
export function bookingRequestExpert(data: RequestMailData, { brand, locale }: MailContext): MailContent {
  const { request, rows, buttons } = mailWords[locale.language];
  const { customer, expert } = data;
  const zone = expert.timezone;
  const deadline = localStart(data.answerBy, { zone, locale });
  const times = timeRows(data, { reader: expert, other: customer, locale });
  return {
    subject: request.subject(customer.name, deadline),
    preview: timePreview(times),
    to: expert.name,
    blocks: [
      { kind: 'paragraph', text: request.text(customer.name, { deadline, zone }) },
      {
        kind: 'details',
        title: rows.client,
        rows: [
          [rows.name, customer.name],
          ...times,
          ...sessionRows(data, locale),
          amountRow(data, { isPaid: false, locale }),
          ...toldRows(data, locale),
          [rows.reference, data.reference],
        ],
      },
      {
        kind: 'buttons',
        items: [
          { label: buttons.answer, url: sessionUrl(brand.frontendUrl, data) },
          { label: buttons.dashboard, url: pageUrl(brand.frontendUrl, '/expert/dashboard') },
        ],
      },
    ],
    attachments: [],
  };
}
