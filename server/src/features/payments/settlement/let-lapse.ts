import type { ClientSession } from 'mongoose';
import type { GatewayAttempt } from '../../../gateways/payment/port.ts';
import type { Clock } from '../../../infra/clock.ts';
import { duplicateKeyFields, inTransaction } from '../../../infra/mongo.ts';
import { enqueueMail } from '../../notifications/index.ts';
import type { PaymentRecord } from '../records/payment-model.ts';
import { confirmClaim } from '../records/payment-repository.ts';
import { findChargeOf, moveCharge } from '../records/charge-repository.ts';
import { insertAuthorisation } from './record-charge.ts';
import { draftSlotLostMail } from './slot-lost-mail.ts';

/**
 * Money is authorised whose slot is gone: nobody captures it, so the gateway gives it back by itself, and the customer is
 * told once that nothing was charged (rule M7).
 * @returns false when somebody has made sure of the slot meanwhile, so that nobody was told
 */
export async function letLapse(payment: PaymentRecord, authorised: GatewayAttempt, clock: Clock): Promise<boolean> {
  if (await findChargeOf(authorised)) return true;
  const now = clock.now();
  const money = { charged: false, amountMinor: authorised.amountMinor, currency: authorised.currency };
  const mail = await draftSlotLostMail(payment, money, now);
  try {
    return await inTransaction(async (transaction) => {
      // Whoever claims the slot again writes the payment too: of the two one sees what the other did (rule T3).
      if (!(await confirmClaim(payment, now, transaction))) return false;
      await insertAuthorisation(payment, authorised, { now, transaction });
      await enqueueMail(mail, { now, transaction });
      return true;
    });
  } catch (error) {
    // Somebody else wrote the charge, and its mail with it.
    if (duplicateKeyFields(error) === null) throw error;
    return true;
  }
}

/** Whether nobody will capture an attempt any more: its customer was told that nothing was charged (rule M7). */
export async function wasLetGo(attempt: GatewayAttempt, transaction?: ClientSession): Promise<boolean> {
  return (await findChargeOf(attempt, transaction))?.capturedMinor === 0;
}

/** The gateway has let go of money that was authorised (rule R4). */
export async function noteLapsed(failed: GatewayAttempt): Promise<void> {
  const charge = await findChargeOf(failed);
  if (charge) await moveCharge(charge._id, { from: 'authorized', to: 'lapsed' });
}
