import type { Request, RequestHandler } from 'express';
import type { Gateway } from '../gateway.ts';
import type { Claim, Locks } from './locks.ts';
import { strikeAfter, strikeBefore } from './strike.ts';

type Exclusive = { locks: Locks; claim: (req: Request) => Claim };

/**
 * A REST endpoint: an operation that happens at once, with whatever fault is set before or after it. An exclusive one
 * holds its claim from the moment the request arrives until it is answered or given up.
 */
export function endpoint(
  gateway: Gateway,
  operation: (req: Request) => unknown,
  exclusive?: Exclusive,
): RequestHandler {
  return async (req, res) => {
    const release = exclusive?.locks.acquire(exclusive.claim(req));
    try {
      const fault = gateway.faults.take(req.method, req.baseUrl + req.path);
      if (await strikeBefore(fault, res)) return;
      const body = operation(req);
      if (await strikeAfter(fault, res, body)) return;
      // A client that left during a delay has its operation done all the same.
      if (!res.closed) res.json(body);
    } finally {
      release?.();
    }
  };
}
