import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Response } from 'express';
import type { ApiFault } from '../faults.ts';

const badGatewayPage = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

/**
 * Lets a fault strike before the operation.
 * @returns whether the request ends here, without the operation
 */
export async function strikeBefore(fault: ApiFault | undefined, res: Response): Promise<boolean> {
  if (!fault || fault.fault === 'truncated') return false;
  if (fault.fault === '429') {
    const error = { code: 'BAD_REQUEST_ERROR', description: 'Too many requests' };
    res.set('Retry-After', String(fault.retryAfter)).status(429).json({ error });
    return true;
  }
  return fault.afterCommit ? false : strike(fault, res);
}

/**
 * Lets a fault strike after the operation, where only the answer can suffer.
 * @returns whether the answer is lost
 */
export async function strikeAfter(fault: ApiFault | undefined, res: Response, body: unknown): Promise<boolean> {
  if (fault?.fault === 'truncated') {
    const text = JSON.stringify(body);
    res.type('json').send(text.slice(0, text.length / 2));
    return true;
  }
  if (!fault || fault.fault === '429' || !fault.afterCommit) return false;
  return strike(fault, res);
}

type Strike = Exclude<ApiFault, { fault: '429' | 'truncated' }>;

async function strike(struck: Strike, res: Response): Promise<boolean> {
  if (struck.fault === 'delay') await sleep(struck.ms, undefined, { ref: false });
  else if (struck.fault === '502') res.status(502).type('html').send(badGatewayPage);
  else if (struck.fault === 'reset') res.socket?.resetAndDestroy();
  else if (!res.closed) await once(res, 'close');
  return struck.fault !== 'delay';
}
