import { z } from 'zod';

/** Cancellation is free until `freeUntilHours` before the start; afterwards `refundPercentAfter` per cent come back. */
export const cancellationPolicySchema = z.object({
  freeUntilHours: z.number().min(0),
  refundPercentAfter: z.number().min(0).max(100),
});
export type CancellationPolicy = z.infer<typeof cancellationPolicySchema>;
