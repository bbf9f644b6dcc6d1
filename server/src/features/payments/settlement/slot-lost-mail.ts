import { AppError } from '../../../errors.ts';
import { findUserById } from '../../auth/index.ts';
import { nearestFreeStarts } from '../../availability/index.ts';
import { findExpertById } from '../../experts/index.ts';
import { findBookedOffer } from '../../offers/index.ts';
import type { MailRequest } from '../../notifications/index.ts';
import { mailReader } from '../mail-reader.ts';
import type { PaymentRecord } from '../records/payment-model.ts';

type LostMoney = { charged: boolean; amountMinor: number; currency: string };

/**
 * The mail to a customer whose slot was gone when their money came, with the three nearest free times (rules M5 and M7).
 * Read before the transaction that writes it.
 */
export async function draftSlotLostMail(
  payment: PaymentRecord,
  money: LostMoney,
  now: Date,
): Promise<MailRequest<'slot-lost-refund'>> {
  const expert = await findExpertById(payment.expertId);
  const customer = await findUserById(payment.userId);
  if (!expert || !customer) throw new AppError('INTERNAL', 'The expert or the customer of a payment is missing.');
  const { startsAt, duration, sessionTypeId } = payment.booking;
  const { terms } = await findBookedOffer(expert, sessionTypeId);
  const nearest = expert.isActive
    ? await nearestFreeStarts({ expert, terms: terms(duration), around: startsAt, now })
    : [];
  // The gateway may take by itself what was not taken at first: that is another fact, with a mail of its own (rule E1).
  const fact = `slot-lost:${payment._id.toHexString()}`;
  return {
    key: money.charged ? `${fact}:customer` : `${fact}:lapsed:customer`,
    to: customer.email,
    template: 'slot-lost-refund',
    data: {
      ...money,
      reference: payment.orderId ?? payment._id.toHexString(),
      startsAt,
      duration,
      expert: { slug: expert.slug, name: expert.name, timezone: expert.schedule.timezone },
      customer: mailReader(customer),
      nearest,
    },
  };
}
