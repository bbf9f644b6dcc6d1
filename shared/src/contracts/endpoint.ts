import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';

/** Who may call an endpoint. Ownership of a single document is decided in the use case (another person's is 404). */
export type Access = 'public' | 'authenticated' | 'expert' | 'admin';

/**
 * One endpoint of `/api/v1`, declared once: the server validates requests from it, the client is typed by it,
 * the OpenAPI document is generated from it.
 */
export type EndpointContract = {
  access: Access;
  summary: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Success body by status. Error bodies are the envelope of `errors.ts`. */
  responses: Record<number, z.ZodType>;
  errors: readonly ErrorCode[];
};

/** Endpoints keyed by `"METHOD /path"`, the path with Express parameters and without `/api/v1`. */
export type EndpointTable = Record<`${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`, EndpointContract>;
