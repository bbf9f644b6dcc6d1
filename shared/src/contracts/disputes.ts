import { z } from 'zod';
import { currencySchema, idSchema, instantSchema } from './common.ts';

export const disputeStatuses = ['open', 'under_review', 'won', 'lost', 'closed'] as const;
export type DisputeStatus = (typeof disputeStatuses)[number];

/** A customer's bank disputes a payment (rule R3), for the admin. It is contested in the gateway's dashboard. */
export const disputeSchema = z.object({
  /** The gateway's id. */
  id: z.string(),
  status: z.enum(disputeStatuses),
  /** How far the bank has gone, in the gateway's words, such as `chargeback`. */
  phase: z.string(),
  reasonCode: z.string(),
  amount: z.number(),
  amountMinor: z.int(),
  currency: currencySchema,
  /** Until when it can be contested. */
  respondBy: instantSchema.nullable(),
  openedAt: instantSchema,
  paymentId: idSchema,
  sessionId: idSchema.nullable(),
  /** The gateway's id of the payment. */
  providerPaymentId: z.string(),
  customer: z.object({ name: z.string(), email: z.string() }),
});
export type Dispute = z.infer<typeof disputeSchema>;
