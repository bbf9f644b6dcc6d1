import type { PaymentStatus } from '@serene/shared/contracts';

/** Money that comes can still make the session of a payment with one of these. */
export const undecidedStatuses = ['created', 'failed', 'expired'] as const satisfies readonly PaymentStatus[];

/** Whether money that comes can still make its session. */
export function isUndecided({ status }: { status: PaymentStatus }): boolean {
  return undecidedStatuses.some((undecided) => undecided === status);
}
