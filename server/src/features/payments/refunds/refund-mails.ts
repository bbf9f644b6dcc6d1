import type { ClientSession } from 'mongoose';
import { AppError } from '../../../errors.ts';
import { findUserById } from '../../auth/index.ts';
import { findExpertById } from '../../experts/index.ts';
import { enqueueMail, enqueueMails, type RefundMailData, type MailKey } from '../../notifications/index.ts';
import { findSessionOfPayment } from '../../sessions/index.ts';
import { mailReader } from '../mail-reader.ts';
import { findPayment } from '../records/payment-repository.ts';
import type { RefundRecord } from './refund-model.ts';

type RefundNews = Pick<RefundMailData, 'providerRefundId' | 'failure'>;

/** What the mails about a refund say; read before the transaction that writes them. */
export async function draftRefundMail(refund: RefundRecord, news: RefundNews): Promise<RefundMailData> {
  const payment = await findPayment(refund.paymentId);
  const expert = payment && (await findExpertById(payment.expertId));
  const customer = payment && (await findUserById(payment.userId));
  if (!payment || !expert || !customer) {
    throw new AppError('INTERNAL', 'The payment, the expert or the customer of a refund is missing.');
  }
  const session = await findSessionOfPayment(payment);
  return {
    ...news,
    sessionId: session?._id.toHexString() ?? null,
    reference: session?.reference ?? payment.orderId ?? payment._id.toHexString(),
    startsAt: session?.startsAt ?? payment.booking.startsAt,
    duration: payment.booking.duration,
    amountMinor: refund.amountMinor,
    currency: refund.currency,
    paymentId: payment._id.toHexString(),
    refundId: refund._id.toHexString(),
    expert: { slug: expert.slug, name: expert.name, timezone: expert.schedule.timezone },
    customer: mailReader(customer),
  };
}

/** Tells the customer that the money is on its way to their bank (rule E1). */
export async function enqueueProcessedMail(data: RefundMailData, now: Date, transaction: ClientSession): Promise<void> {
  const key: MailKey = `refund-processed:${data.refundId}:customer`;
  await enqueueMail({ key, to: data.customer.email, template: 'refund-processed-user', data }, { now, transaction });
}

/** Tells the customer and support that a refund failed for good (rule E1). */
export async function enqueueFailedMails(
  data: RefundMailData,
  { now, supportEmail }: { now: Date; supportEmail: string },
  transaction: ClientSession,
): Promise<void> {
  const key = `refund-failed:${data.refundId}`;
  // Why it failed is between the gateway and support.
  const toldCustomer = { ...data, failure: null };
  await enqueueMails(
    [
      { key: `${key}:customer`, to: data.customer.email, template: 'refund-failed-user', data: toldCustomer },
      { key: `${key}:admin`, to: supportEmail, template: 'refund-failed-admin', data },
    ],
    { now, transaction },
  );
}
