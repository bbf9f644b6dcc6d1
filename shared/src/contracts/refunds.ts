import { z } from 'zod';

/** Why money goes back. */
export const refundReasons = [
  'slot-lost',
  'second-charge',
  'mismatch',
  'cancelled',
  'rejected',
  'no-show',
  'admin',
  'gateway',
] as const;
export type RefundReason = (typeof refundReasons)[number];

export const refundStatuses = ['queued', 'sent', 'processed', 'failed', 'blocked', 'closed'] as const;
/** Money on its way back, or back. */
export const refundSchema = z.object({
  amount: z.number(),
  amountMinor: z.int(),
  status: z.enum(refundStatuses),
  reason: z.enum(refundReasons),
});

/** Legal transitions of a refund (rule R4). */
export const refundTransitions: Record<(typeof refundStatuses)[number], readonly (typeof refundStatuses)[number][]> = {
  queued: ['sent', 'blocked'],
  sent: ['processed', 'failed', 'blocked'],
  failed: ['queued'],
  blocked: ['queued', 'closed'],
  processed: [],
  closed: [],
};
