import type { MailContent, MailContext } from '../layout/content.ts';
import type { DisputeMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import { localStart } from '../when.ts';

/** To the admin: a customer's bank disputes a payment, or has decided about it (rule R3). */
export function disputeAdmin(data: DisputeMailData, { brand, locale }: MailContext): MailContent {
  const { customer, respondBy } = data;
  const amount = formatMoney(data.amountMinor, data.currency, locale);
  // Who reads this may sit anywhere.
  const deadline = respondBy && `${localStart(respondBy, { zone: 'UTC', locale })} UTC`;
  const { subject, preview, text } = whatHappened(data, { amount, deadline });
  return {
    subject: `${subject} (${data.reference})`,
    preview: preview ?? text,
    to: `${brand.name} team`,
    blocks: [
      { kind: 'paragraph', text },
      {
        kind: 'details',
        title: 'The dispute',
        rows: [
          ['Amount', amount],
          ['Customer', `${customer.name} (${customer.email})`],
          ['Reference', data.reference],
          ['Reason', data.reasonCode],
          ['Phase', data.phase],
          ...(deadline === null ? [] : [['Answer by', deadline] satisfies [string, string]]),
          ['Gateway dispute ID', data.disputeId],
          ['Gateway payment ID', data.providerPaymentId],
          [`${brand.name} payment ID`, data.paymentId],
        ],
      },
    ],
    attachments: [],
  };
}

type Told = {
  subject: string;
  /** Where the text is longer than the line of an inbox. */
  preview?: string;
  text: string;
};

function whatHappened(
  { status }: DisputeMailData,
  { amount, deadline }: { amount: string; deadline: string | null },
): Told {
  switch (status) {
    case 'open': {
      const by = deadline === null ? '' : ` by ${deadline}`;
      const otherwise = deadline === null ? 'If nobody answers' : 'If nobody answers by then';
      return {
        subject: `Action needed: ${amount} payment disputed`,
        preview: `Answer in the gateway's dashboard${by}, or we lose the money.`,
        text: `The customer's bank has disputed this payment. Answer in the gateway's dashboard${by}. ${otherwise}, we lose the money. We make no refunds from this payment until the bank decides.`,
      };
    }
    case 'under_review':
      return {
        subject: `Dispute under review: ${amount}`,
        text: 'The bank is reviewing the answer to this dispute. We make no refunds from this payment until it decides.',
      };
    case 'won':
      return { subject: `Dispute won: ${amount}`, text: 'The bank decided in our favour: we keep the money.' };
    case 'lost':
      return {
        subject: `Dispute lost: ${amount}`,
        text: "The bank decided in the customer's favour: the money went back to them and counts as returned.",
      };
    default:
      return {
        subject: `Dispute closed: ${amount}`,
        text: "The bank closed this dispute. Check the gateway's dashboard for anything left to do.",
      };
  }
}
