import { generic, paymentBusy } from '../errors.ts';

/** What a capture or a refund keeps to itself while it is under way. */
export type Claim = { paymentId: string; idempotencyKey: string | undefined };

/** Claims a payment, and a refund's key, for one operation at a time. */
export type Locks = {
  /** @throws ApiError when the payment or the key is in use; @returns the release */
  acquire(claim: Claim): () => void;
};

export function createLocks(): Locks {
  const held = new Set<string>();
  return {
    acquire({ paymentId, idempotencyKey }) {
      const key = `key ${idempotencyKey}`;
      if (idempotencyKey !== undefined && held.has(key)) {
        throw generic('Another request with the same idempotency key is still in progress.', 409);
      }
      if (held.has(paymentId)) throw paymentBusy();
      const claimed = idempotencyKey === undefined ? [paymentId] : [paymentId, key];
      for (const name of claimed) held.add(name);
      return () => {
        for (const name of claimed) held.delete(name);
      };
    },
  };
}
