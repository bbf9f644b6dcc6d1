import { dayMs } from '@serene/shared/time';
import type { ClientSession } from 'mongoose';
import { enqueueMail } from '../notifications/index.ts';
import type { SessionRecord } from '../sessions/index.ts';
import type { Billed } from './billed.ts';
import type { DocumentRecord } from './document-model.ts';
import { booksZone } from './wording.ts';

/**
 * A receipt that comes days after the payment surprises more than it helps. So what is numbered late, be it all the
 * payments of before an upgrade, is there to be downloaded and mails nobody.
 */
const mailedWithinMs = 2 * dayMs;

type Issued = { invoice: DocumentRecord; session: SessionRecord; billed: Billed; now: Date };

/** Owes the customer the mail about the document of their payment, in the transaction that numbers it (rule E1). */
export async function oweReceipt({ invoice, session, billed, now }: Issued, transaction: ClientSession): Promise<void> {
  const { type, number, issuedAt, currency, totalMinor, taxableMinor, taxes, customer } = invoice.content;
  if (now.getTime() - issuedAt.getTime() > mailedWithinMs) return;
  await enqueueMail(
    {
      key: `receipt:${invoice._id.toHexString()}:customer`,
      to: customer.email,
      template: 'receipt-user',
      data: {
        sessionId: session._id.toHexString(),
        reference: session.reference,
        type: type === 'tax-invoice' ? type : 'receipt',
        number,
        issuedAt,
        timezone: booksZone,
        expertName: billed.expertName,
        currency,
        totalMinor,
        taxableMinor,
        taxes,
        customer: { name: customer.name, locale: billed.customerLocale },
      },
    },
    { now, transaction },
  );
}
