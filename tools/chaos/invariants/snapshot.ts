import { paymentStatuses, refundStatuses } from '@serene/shared/contracts';
import { sessionStatuses } from '@serene/shared/lifecycle';
import mongoose from 'mongoose';
import { z } from 'zod';
import type { Arrival } from '../stack/post-office.ts';
import type { GatewayState } from '../stack/sandbox-control.ts';
import type { Stack } from '../stack/start-stack.ts';

// Read through the plain driver and described here once more: what is checked must not be trusted to explain itself.

const id = z.instanceof(mongoose.mongo.ObjectId).transform((value) => value.toHexString());
const noId = id.nullish().transform((value) => value ?? null);
const actor = z.enum(['customer', 'expert', 'admin', 'system']);

const policy = z.object({ freeUntilHours: z.number(), refundPercentAfter: z.number() });

/** What was shown and told when it was booked: in the row of the booking, and in its session (rule F4). */
const shown = {
  sessionTypeId: noId,
  duration: z.int(),
  amountMinor: z.int(),
  currency: z.string(),
  policy,
  title: z.string().nullish(),
  notes: z.string().nullish(),
  pathway: z.string().nullish(),
  answers: z.array(z.object({ questionId: z.string(), question: z.string(), answer: z.string() })).optional(),
  place: z.object({ kind: z.string(), text: z.string() }).optional(),
};

const rows = {
  bookings: z.object({
    _id: id,
    expertId: id,
    userId: id,
    claimId: id,
    startsAt: z.date(),
    retryOf: noId,
    retriedAs: noId,
    ...shown,
  }),
  payments: z.object({
    _id: id,
    expertId: id,
    userId: id,
    /** Absent in payments of before there were rows of bookings. */
    bookingId: noId,
    orderId: z.string().nullish(),
    amountMinor: z.int(),
    currency: z.string(),
    status: z.enum(paymentStatuses),
    chargeId: noId,
    sessionId: noId,
  }),
  charges: z.object({
    _id: id,
    paymentId: id,
    providerPaymentId: z.string(),
    status: z.string(),
    capturedMinor: z.int(),
    refundedMinor: z.int(),
  }),
  refunds: z.object({
    _id: id,
    paymentId: id,
    chargeId: id,
    amountMinor: z.int(),
    reason: z.string(),
    status: z.enum(refundStatuses),
    providerRefundId: z.string().nullish(),
  }),
  sessions: z.object({
    _id: id,
    expertId: id,
    userId: id,
    claimId: id,
    paymentId: noId,
    startsAt: z.date(),
    endsAt: z.date(),
    status: z.enum(sessionStatuses),
    bookedPolicy: policy.nullish(),
    ...shown,
    revision: z.int(),
    answerBy: z.date().nullish(),
    rating: z.int().nullish(),
    ended: z
      .object({ by: actor, at: z.date(), noShowBy: z.enum(['customer', 'expert']).nullable(), refundMinor: z.int() })
      .nullish(),
    history: z.array(z.object({ status: z.enum(sessionStatuses), at: z.date(), by: actor })),
  }),
  slotclaims: z.object({
    _id: id,
    expertId: id,
    userId: id,
    paymentId: noId,
    /** Absent in claims of before there were rows of bookings. */
    bookingId: noId,
    startsAt: z.date(),
    endsAt: z.date(),
    busyUntil: z.date(),
    cells: z.array(z.int()),
    kind: z.enum(['hold', 'session']),
    expiresAt: z.date().nullish(),
  }),
  outbox: z.object({
    _id: z.string(),
    to: z.string(),
    template: z.string(),
    status: z.string(),
    messageId: z.string().nullish(),
    lastError: z.string().nullish(),
  }),
  invoices: z.object({
    _id: id,
    series: z.string(),
    financialYear: z.int(),
    number: z.int(),
    paymentId: id,
    refundId: noId,
    content: z.object({ issuedAt: z.date() }),
    createdAt: z.date(),
  }),
  experts: z.object({
    _id: id,
    ratingSum: z.int(),
    ratingCount: z.int(),
    currency: z.string(),
    offersVersion: z.int().default(0),
    hourlyOffer: z.object({ version: z.int() }).nullish(),
    hasFreeTalk: z.boolean().default(false),
  }),
  sessiontypes: z.object({
    _id: id,
    expertId: id,
    isActive: z.boolean(),
    access: z.string(),
    priceMinor: z.int(),
    currency: z.string(),
    version: z.int(),
  }),
  idempotencykeys: z.object({ _id: z.string(), bookingId: id, done: z.boolean() }),
};

type Rows = { [Name in keyof typeof rows]: z.output<(typeof rows)[Name]>[] };
export type BookingRow = Rows['bookings'][number];
export type SessionTypeRow = Rows['sessiontypes'][number];
export type PaymentRow = Rows['payments'][number];
export type ChargeRow = Rows['charges'][number];
export type RefundRow = Rows['refunds'][number];
export type SessionRow = Rows['sessions'][number];
export type ClaimRow = Rows['slotclaims'][number];
export type OutboxRow = Rows['outbox'][number];

/** All that is known at one moment: in the database, at the gateway and in the mailbox. */
export type Snapshot = Rows & { now: Date; gateway: GatewayState; arrivals: readonly Arrival[] };

export async function takeSnapshot({ database, sandbox, postOffice, clock }: Stack): Promise<Snapshot> {
  const read = async <Name extends keyof Rows>(name: Name) => {
    const documents = await database.db().collection(name).find().toArray();
    return z.array(rows[name]).parse(documents);
  };
  return {
    bookings: await read('bookings'),
    payments: await read('payments'),
    charges: await read('charges'),
    refunds: await read('refunds'),
    sessions: await read('sessions'),
    slotclaims: await read('slotclaims'),
    outbox: await read('outbox'),
    invoices: await read('invoices'),
    experts: await read('experts'),
    sessiontypes: await read('sessiontypes'),
    idempotencykeys: await read('idempotencykeys'),
    gateway: await sandbox.state(),
    arrivals: postOffice.arrivals,
    now: clock.now(),
  };
}

/** The rows by what a key makes of them. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
