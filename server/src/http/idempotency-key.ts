import type { Request } from 'express';
import { AppError } from '../errors.ts';

/** 1 to 100 printable characters of ASCII. */
const keyPattern = /^[\x21-\x7e]{1,100}$/;

/**
 * The key by which a request may be repeated without being done twice (rule B6); null where it has none.
 * @throws AppError VALIDATION_FAILED for one that cannot be one
 */
export function readIdempotencyKey(request: Request): string | null {
  const key = request.get('idempotency-key');
  if (key === undefined) return null;
  if (keyPattern.test(key)) return key;
  const message = 'must be 1 to 100 printable characters';
  throw new AppError('VALIDATION_FAILED', `Idempotency-Key: ${message}`, {
    details: { issues: [{ path: 'Idempotency-Key', message }] },
  });
}
