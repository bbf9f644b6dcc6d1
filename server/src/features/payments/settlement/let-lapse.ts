import type { GatewayPayment } from '../../../gateways/payment/port.ts';
import type { Clock } from '../../../infra/clock.ts';
import { duplicateKeyFields, inTransaction } from '../../../infra/mongo.ts';
import { enqueueMail } from '../../notifications/index.ts';
import type { PaymentRecord } from '../orders/payment-model.ts';
import { findChargeOf, moveCharge } from './charge-repository.ts';
import { insertAuthorisation } from './record-charge.ts';
import { draftSlotLostMail } from './slot-lost-mail.ts';

/**
 * Money is authorised whose slot is gone: nobody captures it, so the gateway gives it back by itself, and the customer is
 * told once that nothing was charged (rule M7).
 */
export async function letLapse(payment: PaymentRecord, authorised: GatewayPayment, clock: Clock): Promise<void> {
  if (await findChargeOf(authorised.id)) return;
  const now = clock.now();
  const money = { charged: false, amountMinor: authorised.amountMinor, currency: authorised.currency };
  const mail = await draftSlotLostMail(payment, money, now);
  try {
    await inTransaction(async (session) => {
      await insertAuthorisation(payment, authorised, { now, session });
      await enqueueMail(mail, { now, session });
    });
  } catch (error) {
    // Somebody else wrote the charge, and its mail with it.
    if (duplicateKeyFields(error) === null) throw error;
  }
}

/** The gateway has let go of money that was authorised (rule R4). */
export async function noteLapsed(failed: GatewayPayment): Promise<void> {
  const charge = await findChargeOf(failed.id);
  if (charge) await moveCharge(charge._id, { from: 'authorized', to: 'lapsed' });
}
