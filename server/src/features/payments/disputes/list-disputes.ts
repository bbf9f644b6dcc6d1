import type { Dispute } from '@serene/shared/contracts';
import { toMajorUnits } from '@serene/shared/money';
import { findUsersByIds, type UserRecord } from '../../auth/index.ts';
import type { PaymentRecord } from '../records/payment-model.ts';
import { findPaymentsByIds } from '../records/payment-repository.ts';
import type { DisputeRecord } from './dispute-model.ts';
import { findLatestDisputes } from './dispute-repository.ts';

const listed = 100;

/** The latest hundred disputes, newest first, for the admin. */
export async function listDisputes(): Promise<Dispute[]> {
  const disputes = await findLatestDisputes(listed);
  const payments = await findPaymentsByIds(disputes.map(({ paymentId }) => paymentId));
  const customers = await findUsersByIds(payments.map(({ userId }) => userId));
  return disputes.flatMap((dispute) => {
    const payment = payments.find(({ _id }) => _id.equals(dispute.paymentId));
    const customer = customers.find(({ _id }) => payment?.userId.equals(_id));
    return payment && customer ? [presentDispute(dispute, payment, customer)] : [];
  });
}

function presentDispute(dispute: DisputeRecord, payment: PaymentRecord, customer: UserRecord): Dispute {
  return {
    id: dispute._id,
    status: dispute.status,
    phase: dispute.phase,
    reasonCode: dispute.reasonCode,
    amount: toMajorUnits(dispute.amountMinor, dispute.currency),
    amountMinor: dispute.amountMinor,
    currency: dispute.currency,
    respondBy: dispute.respondBy?.toISOString() ?? null,
    openedAt: dispute.openedAt.toISOString(),
    paymentId: payment._id.toHexString(),
    sessionId: payment.sessionId?.toHexString() ?? null,
    providerPaymentId: dispute.providerPaymentId,
    customer: { name: customer.name, email: customer.email },
  };
}
