import { AppError } from '../../errors.ts';
import { findUserById } from '../auth/index.ts';
import { findBookingRecord } from '../booking-records/index.ts';
import { findExpertById } from '../experts/index.ts';
import { localStart, nameSchema, plainEnglish } from '../notifications/index.ts';
import type { PaymentRecord } from '../payments/index.ts';
import type { DocumentContent } from './document-content.ts';

/** Who paid, and for what: what every document about a payment says. */
export type Billed = {
  customer: DocumentContent['customer'];
  /** The language of the customer's mails; documents are in English. */
  customerLocale: string | null;
  expertName: string;
  itemLines: string[];
};

/** @throws AppError INTERNAL when the customer or the expert of a payment is missing */
export async function findBilled(payment: PaymentRecord): Promise<Billed> {
  const customer = await findUserById(payment.userId);
  const expert = await findExpertById(payment.expertId);
  if (!customer || !expert) throw new AppError('INTERNAL', 'The customer or the expert of a payment is missing.');
  const { startsAt, duration, clientTimezone } = payment.booking;
  const title = (await findBookingRecord(payment.bookingId ?? payment._id))?.title ?? null;
  const length = `${duration} minutes`;
  return {
    customer: { name: nameSchema.parse(customer.name), email: customer.email },
    customerLocale: customer.locale ?? null,
    expertName: nameSchema.parse(expert.name),
    // As it was bought: a session that is moved afterwards stays the one of this payment.
    itemLines: [
      title === null ? length : `${nameSchema.parse(title)}, ${length}`,
      `${localStart(startsAt, { zone: clientTimezone, locale: plainEnglish })} (${clientTimezone})`,
    ],
  };
}
