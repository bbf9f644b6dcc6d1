import type { z } from 'zod';
import type { SessionStatus } from '../lifecycle/index.ts';
import type { ErrorCode } from './errors.ts';
import type { refundSchema } from './refunds.ts';
import type { HourlyOffer, SessionType } from './session-types.ts';

/** One thing that is wrong with a request: in which part of it, where, and what to do. */
export type Issue = { in?: 'params' | 'query' | 'body'; path: string; message: string };

/** What an error tells beside its message, by its code. Any member may be missing, and codes without an entry tell nothing. */
export type ErrorDetails = OfCodes<{
  VALIDATION_FAILED: {
    issues?: Issue[];
    /** The lengths that the expert offers, in minutes. */
    durations?: number[];
    /** The slot that the payment was for. */
    paidFor?: { startsAt: string; duration: number };
  };
  SLOT_TAKEN: {
    /** Times nearby that are free now, as instants. */
    nearest?: string[];
    /** Where money had been taken. */
    refund?: z.infer<typeof refundSchema>;
  };
  SLOT_NOT_BOOKABLE: { reason?: string };
  /** The two instants of a time that the clocks show twice. */
  AMBIGUOUS_TIME: { instants?: string[] };
  /** The right price. */
  PRICE_CHANGED: { amount?: number; amountMinor?: number; currency?: string };
  /** What is offered now. */
  OFFER_CHANGED: { sessionTypes?: SessionType[] };
  /** What the others saved. */
  VERSION_CONFLICT: { sessionType?: SessionType; hourlyOffer?: HourlyOffer };
  /** The right refund. */
  REFUND_CHANGED: { refundMinor?: number; currency?: string };
  INVALID_TRANSITION: {
    status?: SessionStatus;
    startsAt?: string;
    /** What is left of a payment to refund. */
    refundableMinor?: number;
  };
}>;

/** A misspelt code does not compile. */
type OfCodes<Details extends { [Code in keyof Details]: Code extends ErrorCode ? object : never }> = Details;

/** The details of an error with this code. */
export type DetailsOf<Code extends string> = Code extends keyof ErrorDetails ? ErrorDetails[Code] : never;
