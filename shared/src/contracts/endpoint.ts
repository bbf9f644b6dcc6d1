import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';
import type { LimitName } from './limits.ts';

/**
 * Who may call an endpoint. Ownership of a single document is decided in the use case (another person's is 404).
 * - `public`: anybody; a token that has run out makes a visitor
 * - `open`: anybody; but a token that is sent must be good, since its owner is answered otherwise than a visitor
 */
export type Access = 'public' | 'open' | 'authenticated' | 'expert' | 'admin';

/**
 * One endpoint of `/api/v1`, declared once: the server validates requests from it, and the client is typed by it.
 */
export type EndpointContract = {
  access: Access;
  summary: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** A limit of its own; without one an endpoint that changes something has `change`, one that reads has `read`. */
  limit?: LimitName;
  /** Success body by status. Error bodies are the envelope of `errors.ts`. */
  responses: Record<number, z.ZodType>;
  /** What this endpoint may answer, besides what any may: TOO_MANY_REQUESTS, BUSY and INTERNAL. */
  errors: readonly ErrorCode[];
};

/** Endpoints keyed by `"METHOD /path"`, the path with Express parameters and without `/api/v1`. */
export type EndpointTable = Record<`${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`, EndpointContract>;

/** The limit that counts the uses of an endpoint. */
export function limitOf(key: string, { limit }: Pick<EndpointContract, 'limit'>): LimitName {
  return limit ?? (isRead(key) ? 'read' : 'change');
}

/** Whether an endpoint only reads, by its `"METHOD /path"`. */
export function isRead(key: string): boolean {
  return key.startsWith('GET ');
}
