import type { PaymentReport } from '@serene/shared/contracts';
import { useMutation } from '@tanstack/react-query';
import { hasCode, type ErrorWithCode } from '../../../lib/api/errors.ts';
import { request } from '../../../lib/api/request.ts';

/**
 * Reports what the checkout said was paid (M8). It is safe to repeat, and money depends on it: so it is repeated until
 * the server has decided, waits while the browser is offline, and goes on when the connection is back.
 */
export function useVerifyPayment() {
  return useMutation({
    mutationFn: (report: PaymentReport) => request('POST /payments/verify', { body: report }),
    retry: (_count, error) => !isSlotTaken(error) && !isRefusal(error) && !hasCode(error, 'UNAUTHENTICATED'),
    retryDelay: (count) => Math.min(1000 * 2 ** count, 10_000),
  });
}

/** The money came, the time was gone: it goes back in full (M5). */
export function isSlotTaken(error: unknown): error is ErrorWithCode<'SLOT_TAKEN'> {
  return hasCode(error, 'SLOT_TAKEN');
}

/** The server will never accept this report; only a person can find out why. */
export function isRefusal(error: unknown): boolean {
  return hasCode(error, 'PAYMENT_NOT_VERIFIED', 'NOT_FOUND', 'VALIDATION_FAILED');
}
