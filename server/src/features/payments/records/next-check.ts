import { dayMs, hourMs, minuteMs } from '@serene/shared/time';
import { findCharge } from './charge-repository.ts';
import type { PaymentRecord } from './payment-model.ts';

/** When an order that nobody finished is asked about, counted from its creation (rule M10). */
const ladderMs = [2 * minuteMs, 15 * minuteMs, hourMs, 6 * hourMs, ...[1, 2, 3, 4, 5].map((day) => day * dayMs)];

/** How long a payment is read again daily after its money came (rule M10). */
const rereadMs = 7 * dayMs;

/** The next moment to ask the gateway about a payment; null for never again. */
export async function nextCheck(payment: PaymentRecord, now: Date): Promise<Date | null> {
  const charge = payment.chargeId && (await findCharge(payment.chargeId));
  if (charge) return now.getTime() < charge.createdAt.getTime() + rereadMs ? dailyCheck(now) : null;
  const created = payment.createdAt.getTime();
  const rung = ladderMs.find((afterMs) => created + afterMs > now.getTime());
  return rung === undefined ? null : new Date(created + rung);
}

/** When a payment that was settled or lost its slot is read again: refunds and disputes happen elsewhere too (M10). */
export function dailyCheck(now: Date): Date {
  return new Date(now.getTime() + dayMs);
}
