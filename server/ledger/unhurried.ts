import { AppError } from '../src/errors.ts';
import type { GatewayReader } from '../src/features/accounting/index.ts';

/** At most ten requests a second: the gateway must have room for those who pay. */
const betweenRequestsMs = 100;
const mostTries = 4;
const outagePauseMs = 5_000;

/** A gateway that is asked slowly, and again after a pause when it does not answer or asks for patience. */
export function unhurried(gateway: GatewayReader, wait: (milliseconds: number) => Promise<unknown>): GatewayReader {
  async function patiently<T>(ask: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      await wait(betweenRequestsMs);
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'GATEWAY_UNAVAILABLE' || tries === mostTries) throw error;
        await wait(error.retryAfterSeconds === undefined ? outagePauseMs : error.retryAfterSeconds * 1000);
      }
    }
  }
  return {
    fetchAttempts: (orderId) => patiently(() => gateway.fetchAttempts(orderId)),
    fetchRefunds: (paymentId) => patiently(() => gateway.fetchRefunds(paymentId)),
  };
}
