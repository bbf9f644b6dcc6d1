import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether `signature` is the HMAC-SHA256 of `message` under `secret`, as 64 lower-case hex digits. Compared in constant
 * time: the SDK's own helpers use `===`, which tells a forger how many digits are right.
 */
export function isSignatureOf(message: string | Buffer, signature: string, secret: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(signature)) return false;
  return timingSafeEqual(createHmac('sha256', secret).update(message).digest(), Buffer.from(signature, 'hex'));
}
