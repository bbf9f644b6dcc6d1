import { disputeStatuses } from '@serene/shared/contracts';
import { z } from 'zod';
import { notFound } from '../../../errors.ts';
import type { GatewayAttempt, GatewayDispute, GatewayRefund } from '../port.ts';

/**
 * Razorpay's entities, parsed into the port's. The SDK's types say numbers where null comes and hand on truncated JSON
 * as a string, so nothing is believed before it was parsed.
 */
const idSchemas = {
  order: z.string().regex(/^order_[A-Za-z0-9]{14}$/),
  payment: z.string().regex(/^pay_[A-Za-z0-9]{14}$/),
  refund: z.string().regex(/^rfnd_[A-Za-z0-9]{14}$/),
  dispute: z.string().regex(/^disp_[A-Za-z0-9]{14}$/),
};

export const orderIdSchema = idSchemas.order;

/** Whether a string has the shape of an id. */
export function isRazorpayId(entity: keyof typeof idSchemas, id: string): boolean {
  return idSchemas[entity].safeParse(id).success;
}

/**
 * Passes ids on that are safe in a path; the SDK interpolates them unescaped.
 * @throws AppError NOT_FOUND: nothing is known under another
 */
export function pathId(entity: 'order' | 'payment' | 'dispute', id: string): string {
  if (!isRazorpayId(entity, id)) throw notFound(`The ${entity}`);
  return id;
}

const amountSchema = z.int().nonnegative();
const currencySchema = z.string().regex(/^[A-Z]{3}$/);
const absentAsNull = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

export const orderSchema = z
  .object({
    id: idSchemas.order,
    amount: amountSchema,
    currency: currencySchema,
    status: z.enum(['created', 'attempted', 'paid']),
    receipt: absentAsNull,
  })
  .transform(({ amount, ...order }) => ({ ...order, amountMinor: amount }));
export type RazorpayOrder = z.output<typeof orderSchema>;

export const paymentSchema = z
  .object({
    id: idSchemas.payment,
    order_id: idSchemas.order.nullish(),
    amount: amountSchema,
    currency: currencySchema,
    status: z.enum(['created', 'authorized', 'captured', 'refunded', 'failed']),
    captured: z.boolean().nullish(),
    amount_refunded: amountSchema.nullish(),
    fee: amountSchema.nullish(),
    tax: amountSchema.nullish(),
    method: absentAsNull,
    error_description: absentAsNull,
  })
  .transform((payment): GatewayAttempt => {
    // Money that was authorised, never captured and given back by Razorpay was never ours (reference "Auto-Refunds").
    const lapsed = payment.status === 'refunded' && payment.captured === false;
    return {
      provider: 'razorpay',
      id: payment.id,
      checkoutId: payment.order_id ?? null,
      amountMinor: payment.amount,
      currency: payment.currency,
      status: lapsed ? 'failed' : payment.status,
      refundedMinor: payment.amount_refunded ?? 0,
      feeMinor: payment.fee ?? null,
      taxMinor: payment.tax ?? null,
      method: payment.method,
      failureReason: lapsed ? 'The payment was not captured and went back to the customer.' : payment.error_description,
    };
  });

export const refundSchema = z
  .object({
    id: idSchemas.refund,
    payment_id: idSchemas.payment,
    amount: amountSchema,
    currency: currencySchema,
    status: z.enum(['pending', 'processed', 'failed']),
    receipt: absentAsNull,
  })
  .transform(({ payment_id: attemptId, amount, receipt, ...refund }): GatewayRefund => ({
    ...refund,
    attemptId,
    key: receipt,
    amountMinor: amount,
  }));

const instantSchema = z.int().transform((seconds) => new Date(seconds * 1000));

export const disputeSchema = z
  .object({
    id: idSchemas.dispute,
    payment_id: idSchemas.payment,
    amount: amountSchema,
    currency: currencySchema,
    status: z.enum(disputeStatuses),
    phase: z.string(),
    reason_code: z.string(),
    respond_by: instantSchema.nullish(),
    created_at: instantSchema,
  })
  .transform((dispute): GatewayDispute => ({
    id: dispute.id,
    attemptId: dispute.payment_id,
    amountMinor: dispute.amount,
    currency: dispute.currency,
    status: dispute.status,
    phase: dispute.phase,
    reasonCode: dispute.reason_code,
    respondBy: dispute.respond_by ?? null,
    createdAt: dispute.created_at,
  }));

/** A list of entities. */
export function collectionOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item) }).transform(({ items }) => items);
}
