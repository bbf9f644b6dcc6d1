import { toMajorUnits } from '@serene/shared/money';
import { Types } from 'mongoose';
import { AppError, notFound } from '../../errors.ts';
import { escapeHtml } from '../../infra/escape-html.ts';
import { findUserById } from '../auth/index.ts';
import { findExpertById } from '../experts/index.ts';
import { findSessionOfPayment } from '../sessions/index.ts';
import { findCharge } from './charge-repository.ts';
import { findPayment } from './payment-repository.ts';

/**
 * A plain receipt as a page to print or save.
 * @throws AppError NOT_FOUND for another person's payment, INVALID_TRANSITION before it is paid
 */
export async function renderReceipt({
  paymentId,
  userId,
  brandName,
}: {
  paymentId: string;
  userId: Types.ObjectId;
  brandName: string;
}): Promise<string> {
  const payment = await findPayment(new Types.ObjectId(paymentId));
  if (!payment?.userId.equals(userId)) throw notFound('The payment');
  const session = await findSessionOfPayment(payment);
  const charge = payment.chargeId && (await findCharge(payment.chargeId));
  const expert = await findExpertById(payment.expertId);
  const customer = await findUserById(payment.userId);
  if (!session || !charge || !expert || !customer) {
    throw new AppError('INVALID_TRANSITION', 'There is a receipt only once the payment has arrived.');
  }
  const rows: [string, string][] = [
    ['Reference', session.reference],
    ['Paid by', `${customer.name}, ${customer.email}`],
    ['Session', `${session.duration} minutes with ${expert.name}`],
    ['When', `${formatInstant(session.startsAt, customer.timezone)} (${customer.timezone})`],
    ['Amount', formatMoney(charge.capturedMinor, charge.currency)],
    ['Payment', charge.providerPaymentId],
    ['Order', payment.orderId ?? ''],
    ['Paid on', formatInstant(charge.createdAt, customer.timezone)],
  ];
  return page(`Receipt ${session.reference}`, brandName, rows);
}

function page(title: string, brandName: string, rows: [string, string][]): string {
  const list = rows.map(([term, text]) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(text)}</dd>`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>
body{font:16px/1.5 system-ui,sans-serif;color:#16202c;background:#fff;max-width:36rem;margin:3rem auto;padding:0 1rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.5rem 1.5rem}dt{color:#4d5b6b}dd{margin:0;overflow-wrap:anywhere}
</style></head><body><p>${escapeHtml(brandName)}</p><h1>${escapeHtml(title)}</h1><dl>${list}</dl></body></html>`;
}

function formatInstant(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-IN', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(instant);
}

function formatMoney(minor: number, currency: string): string {
  return new Intl.NumberFormat('en-IN', { style: 'currency', currency }).format(toMajorUnits(minor, currency));
}
