import { z } from 'zod';

/** What the sandbox remembers. Amounts are minor units, times are Unix seconds, as on Razorpay's wire. */

const notes = z.record(z.string(), z.string());
const amount = z.int().nonnegative();
const unixSeconds = z.int();

const orderRecord = z.object({
  id: z.string(),
  amount,
  amountPaid: amount,
  currency: z.string(),
  receipt: z.string().nullable(),
  status: z.enum(['created', 'attempted', 'paid']),
  attempts: z.int(),
  notes,
  capture: z.object({
    mode: z.enum(['automatic', 'manual']),
    /** A payment authorised later than this after its creation is not captured by itself. */
    automaticMinutes: z.int(),
    /** A payment still uncaptured this long after its creation is refunded. */
    manualMinutes: z.int(),
  }),
  createdAt: unixSeconds,
});

const methodRecord = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('card'),
    cardId: z.string(),
    iin: z.string(),
    last4: z.string(),
    network: z.string(),
    international: z.boolean(),
    /** The reason that the test card's number stands for, reported when the bank refuses. */
    refusal: z.string().nullable(),
  }),
  z.object({ kind: z.literal('upi'), vpa: z.string() }),
  z.object({ kind: z.literal('netbanking'), bank: z.string() }),
]);

const failureRecord = z.object({
  code: z.enum(['BAD_REQUEST_ERROR', 'GATEWAY_ERROR', 'SERVER_ERROR']),
  description: z.string(),
  source: z.string(),
  step: z.string(),
  reason: z.string(),
});

const paymentRecord = z.object({
  id: z.string(),
  orderId: z.string(),
  amount,
  currency: z.string(),
  status: z.enum(['created', 'authorized', 'captured', 'refunded', 'failed']),
  method: methodRecord,
  email: z.string().nullable(),
  contact: z.string().nullable(),
  description: z.string().nullable(),
  notes,
  captured: z.boolean(),
  amountRefunded: amount,
  fee: amount.nullable(),
  tax: amount.nullable(),
  failure: failureRecord.nullable(),
  /** The bank approved after the payment had already been reported as failed. */
  lateAuthorized: z.boolean(),
  bankReference: z.string().nullable(),
  createdAt: unixSeconds,
});

const refundRecord = z.object({
  id: z.string(),
  paymentId: z.string(),
  amount,
  currency: z.string(),
  status: z.enum(['pending', 'processed', 'failed']),
  speed: z.enum(['normal', 'optimum']),
  receipt: z.string().nullable(),
  notes,
  idempotency: z.object({ key: z.string(), fingerprint: z.string() }).nullable(),
  createdAt: unixSeconds,
});

const disputeRecord = z.object({
  id: z.string(),
  paymentId: z.string(),
  amount,
  currency: z.string(),
  status: z.enum(['open', 'won', 'lost', 'closed']),
  /** Until when the business may contest it. */
  respondBy: unixSeconds,
  createdAt: unixSeconds,
});

const deliveryRecord = z.object({
  id: z.string(),
  event: z.string(),
  /** The exact bytes that are signed and sent, the same at every attempt. */
  body: z.string(),
  status: z.enum(['pending', 'delivered', 'exhausted', 'dropped']),
  attempts: z.int(),
  lastOutcome: z.string().nullable(),
  /** Epoch milliseconds of the next attempt. */
  dueAt: z.number(),
});

/** Records that change together: one line of the journal, kept or lost as a whole. */
export const changesSchema = z.object({
  orders: z.array(orderRecord).optional(),
  payments: z.array(paymentRecord).optional(),
  refunds: z.array(refundRecord).optional(),
  disputes: z.array(disputeRecord).optional(),
  deliveries: z.array(deliveryRecord).optional(),
});

export type Order = z.infer<typeof orderRecord>;
export type Method = z.infer<typeof methodRecord>;
export type Failure = z.infer<typeof failureRecord>;
export type Payment = z.infer<typeof paymentRecord>;
export type Refund = z.infer<typeof refundRecord>;
export type Dispute = z.infer<typeof disputeRecord>;
export type Delivery = z.infer<typeof deliveryRecord>;
export type Changes = z.infer<typeof changesSchema>;
