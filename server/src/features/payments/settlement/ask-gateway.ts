import { AppError } from '../../../errors.ts';
import type { SettleDependencies } from '../dependencies.ts';
import type { PaymentRecord } from '../records/payment-model.ts';
import { noteAsked, noteAttempts } from '../records/payment-repository.ts';
import { isUndecided } from '../records/undecided.ts';
import { settle } from './settle.ts';

/** The gateway is asked about one booking no more often than this, however many pages look at it (rule P4). */
const restMs = 2_000;

/**
 * Settles an unpaid booking that somebody looks at, if the gateway knows of money (rule P4): the way back from a
 * checkout proves nothing. Where the gateway is away, what the database knows is the answer.
 */
export async function askGateway(dependencies: SettleDependencies, payment: PaymentRecord): Promise<void> {
  const { orderId, askedAt } = payment;
  const now = dependencies.clock.now();
  if (orderId === undefined || !isUndecided(payment)) return;
  if (askedAt !== undefined && askedAt.getTime() + restMs > now.getTime()) return;
  if (!(await noteAsked(payment, now))) return;
  try {
    const attempts = await dependencies.gateways.of(payment.provider).fetchAttempts(orderId);
    const has = (...statuses: string[]) => attempts.some(({ status }) => statuses.includes(status));
    if (has('captured', 'authorized', 'refunded')) await settle(dependencies, { paymentId: payment._id });
    const hasFailed = has('failed') && !has('created', 'authorized', 'captured');
    if (hasFailed !== (payment.hasFailed ?? false)) await noteAttempts(payment._id, hasFailed);
  } catch (error) {
    if (!(error instanceof AppError) || !passing.includes(error.code)) throw error;
    dependencies.logger.warn({ err: error, paymentId: payment._id }, 'a booking was shown without asking the gateway');
  }
}

/** What keeps the gateway's answer away this time; the reconciler asks again (rule M10). */
const passing = ['GATEWAY_UNAVAILABLE', 'PAYMENT_REFUSED', 'BUSY', 'NOT_FOUND'];
