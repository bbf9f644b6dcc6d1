import type { ErrorRequestHandler, Response } from 'express';

/**
 * The body of a refusal, as Razorpay's docs describe it (Errors); generic errors carry the text `NA` where nothing is
 * known.
 */
export type ErrorBody = {
  code: 'BAD_REQUEST_ERROR' | 'GATEWAY_ERROR' | 'SERVER_ERROR';
  description: string;
  source?: string | null;
  step?: string | null;
  reason?: string | null;
  metadata?: Record<string, string>;
  field?: string | null;
};

/** A refusal in Razorpay's words. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly body: ErrorBody;

  constructor(status: number, body: ErrorBody) {
    super(body.description);
    this.status = status;
    this.body = body;
  }
}

const unknownTriple = { source: 'NA', step: 'NA', reason: 'NA', metadata: {} };

/** A refusal without particulars: `NA` in source, step and reason. */
export function generic(description: string, status = 400): ApiError {
  return new ApiError(status, { code: 'BAD_REQUEST_ERROR', description, ...unknownTriple });
}

/** Input that breaks a rule, with the field at fault where there is one. */
export function invalid(description: string, field: string | null = null): ApiError {
  return particular(description, { step: 'payment_initiation', reason: 'input_validation_failed', field });
}

type Particulars = { step: string; reason: string; field?: string | null; metadata?: Record<string, string> };

/** A refusal that the business caused, with its own step and reason. */
export function particular(description: string, { step, reason, field, metadata = {} }: Particulars): ApiError {
  const body: ErrorBody = { code: 'BAD_REQUEST_ERROR', description, source: 'business', step, reason, metadata };
  return new ApiError(400, field === undefined ? body : { ...body, field });
}

/**
 * A refusal of a refund by the state of its payment: null in source, step and reason (Razorpay docs: Refund errors).
 */
export function refundRefused(description: string): ApiError {
  return new ApiError(400, {
    code: 'BAD_REQUEST_ERROR',
    description,
    source: null,
    step: null,
    reason: null,
    metadata: {},
    field: null,
  });
}

/** Code and description alone, as Razorpay answers a bad key and a second capture. */
export function bare(description: string, status: number): ApiError {
  return new ApiError(status, { code: 'BAD_REQUEST_ERROR', description });
}

export const unknownId = () => invalid('The id provided does not exist');

export const orderAlreadyPaid = (orderId: string) =>
  particular(
    'Your payment has been declined as the order is already paid. Please initiate the payment with a new order.',
    { step: 'payment_initiation', reason: 'order_already_paid', metadata: { order_id: orderId } },
  );

/** Two captures or refunds of one payment at once. */
export const paymentBusy = () => generic('Request failed because another payment operation is in progress.');

/** Turns whatever a handler threw into the error envelope. */
export function errorHandler(log: (line: string) => void): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  // oxlint-disable-next-line max-params
  return (error: unknown, _req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    if (error instanceof ApiError) send(res, error);
    else if (isUnreadableBody(error)) send(res, invalid('The request body could not be read.'));
    else {
      log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      send(res, serverError());
    }
  };
}

function send(res: Response, { status, body }: ApiError): void {
  res.status(status).json({ error: body });
}

function serverError(): ApiError {
  const description = 'The server encountered an error. The incident has been reported to admins.';
  return new ApiError(500, { code: 'SERVER_ERROR', description, ...unknownTriple });
}

/** A client error raised by Express's body parser. */
function isUnreadableBody(error: unknown): boolean {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500;
}
