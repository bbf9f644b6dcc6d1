import { z } from 'zod';

/** Each error code with its HTTP status: the closed list that crosses the wire. */
export const errorStatus = {
  VALIDATION_FAILED: 400,
  PAYMENT_NOT_VERIFIED: 400,
  UNAUTHENTICATED: 401,
  INVALID_CREDENTIALS: 401,
  FORBIDDEN: 403,
  /** The address must be confirmed first: a new link is one request away. */
  EMAIL_NOT_CONFIRMED: 403,
  NOT_FOUND: 404,
  SLOT_TAKEN: 409,
  PRICE_CHANGED: 409,
  INVALID_TRANSITION: 409,
  REFUND_CHANGED: 409,
  HOLD_EXPIRED: 409,
  EMAIL_IN_USE: 409,
  FREE_SESSIONS_FULL: 409,
  /** What was chosen is not offered like that any more. */
  OFFER_CHANGED: 409,
  /** Somebody else saved it meanwhile. */
  VERSION_CONFLICT: 409,
  /** The key belongs to another request. */
  IDEMPOTENCY_KEY_REUSED: 409,
  /** The first request with this key is still at work. */
  IDEMPOTENCY_KEY_IN_USE: 409,
  PAYLOAD_TOO_LARGE: 413,
  PAYMENT_REFUSED: 422,
  SLOT_NOT_BOOKABLE: 422,
  AMBIGUOUS_TIME: 422,
  TOO_MANY_REQUESTS: 429,
  /** Too many times are held from one network. */
  TOO_MANY_HOLDS: 429,
  /** The same time was held twice already by the same person. */
  HOLD_AGAIN_LATER: 429,
  INTERNAL: 500,
  GATEWAY_UNAVAILABLE: 502,
  BUSY: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

export const errorCodeSchema = z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]);

/** The body of every answer that is not a success. `details` depends on the code, as `ErrorDetails` says. */
export const errorEnvelopeSchema = z.object({
  success: z.literal(false),
  error: z.object({
    code: errorCodeSchema,
    message: z.string(),
    details: z.unknown().optional(),
    requestId: z.string().optional(),
  }),
});

export type ErrorEnvelope = z.infer<typeof errorEnvelopeSchema>;
