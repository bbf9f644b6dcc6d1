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
  const { subject, text } = whatHappened(data, deadline);
  return {
    subject: `${subject}: ${amount} (${data.reference})`,
    preview: text,
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
          ['Dispute at the gateway', data.disputeId],
          ['Payment at the gateway', data.providerPaymentId],
          ['Our payment id', data.paymentId],
        ],
      },
    ],
    attachments: [],
  };
}

function whatHappened({ status }: DisputeMailData, deadline: string | null): { subject: string; text: string } {
  switch (status) {
    case 'open': {
      const when = deadline === null ? '' : ` by ${deadline}`;
      return {
        subject: 'Action needed: payment disputed',
        text: `A customer's bank disputes this payment. Answer it in the gateway's dashboard${when}; without an answer, the money is lost. Until the bank decides, nothing is refunded from this payment.`,
      };
    }
    case 'under_review':
      return {
        subject: 'Dispute under review',
        text: 'The bank is reviewing the answer to this dispute. Until it decides, nothing is refunded from this payment.',
      };
    case 'won':
      return { subject: 'Dispute won', text: 'The bank decided in our favour: we keep the money.' };
    case 'lost':
      return {
        subject: 'Dispute lost',
        text: "The bank decided in the customer's favour: the money went back to them and counts as returned.",
      };
    default:
      return {
        subject: 'Dispute closed',
        text: "The bank closed this dispute. Check the gateway's dashboard for anything left to do.",
      };
  }
}
