import type { DeliveryDependencies } from '../src/features/notifications/index.ts';
import { createLogger } from '../src/infra/logger.ts';
import { brand, tokenOf } from './mail-data.ts';

/** For tests of the outbox alone: every mail is still true, and every reader's address is proved. */
export function undisputed(
  parts: Pick<DeliveryDependencies, 'transport' | 'clock'> & Partial<DeliveryDependencies>,
): DeliveryDependencies & { longestMs: number } {
  return {
    logger: createLogger('silent'),
    brand,
    isAddressProved: () => Promise.resolve(true),
    reasonToSkip: () => Promise.resolve(null),
    remindersBefore: () => Promise.resolve([24 * 60, 60]),
    limits: 'off',
    isLinkWorthMailing: () => Promise.resolve(true),
    unsubscribeUrl: (readerId) => `https://serene.example.com/unsubscribe/${readerId}`,
    tokenOf,
    // A busy machine must not cut a call short.
    longestMs: 60_000,
    ...parts,
  };
}
