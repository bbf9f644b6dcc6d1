import { dayMs } from '@serene/shared/time';
import { randomUUID } from 'node:crypto';
import type { CancellationPolicy } from '@serene/shared/contracts';
import { wallClockAt } from '@serene/shared/scheduling';
import type { Types } from 'mongoose';
import type { BookingDetails } from '../booking-records/index.ts';
import type { ExpertRecord } from '../experts/index.ts';
import type { SessionRecord } from './model.ts';
import { createReference } from './reference.ts';

/** What was bought. A payment has this shape; a free booking makes it. */
export type BookedOffer = {
  /** Absent for a free session. */
  _id?: Types.ObjectId;
  userId: Types.ObjectId;
  amountMinor: number;
  currency: string;
  booking: {
    startsAt: Date;
    endsAt: Date;
    duration: number;
    sessionTypeId: Types.ObjectId | null;
    policy: CancellationPolicy;
    /** As the customer saw it; where it was not kept, as the expert has it now (rule O3). */
    requiresApproval?: boolean;
    clientTimezone: string;
  };
};

/** How long an expert may take to answer a request (rule L4). */
const answerMs = dayMs;

/** Until when a request is to be answered: a day after it was made, or its start where that comes first (rule L4). */
export function answerDeadline({ askedAt, startsAt }: { askedAt: Date; startsAt: Date }): Date {
  return new Date(Math.min(askedAt.getTime() + answerMs, startsAt.getTime()));
}

/**
 * A session that lacks only its claim: confirmed, or a request where the expert wants to approve (rule L4). Its
 * reference is made here, outside the transaction that inserts it (rule T2).
 */
export function draftSession({
  payment,
  booking: { _id, details },
  expert,
  now,
}: {
  payment: BookedOffer;
  /** The session has the booking's id (rule M3), and what was told with it; null for one of before there were rows. */
  booking: { _id: Types.ObjectId; details: BookingDetails | null };
  expert: ExpertRecord;
  now: Date;
}): Omit<SessionRecord, 'claimId'> {
  const { booking } = payment;
  const timezone = expert.schedule.timezone;
  const status = (booking.requiresApproval ?? expert.requiresApproval) ? 'pending' : 'confirmed';
  const answerBy = answerDeadline({ askedAt: now, startsAt: booking.startsAt });
  const wallClock = wallClockAt(booking.startsAt.getTime(), timezone);
  return {
    _id,
    expertId: expert._id,
    userId: payment.userId,
    ...(payment._id ? { paymentId: payment._id } : {}),
    reference: createReference(),
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    scheduledDate: wallClock.date,
    scheduledTime: wallClock.time,
    timezone,
    duration: booking.duration,
    amountMinor: payment.amountMinor,
    currency: payment.currency,
    status,
    revision: 0,
    bookedOrMovedAt: now,
    policy: booking.policy,
    clientTimezone: booking.clientTimezone,
    answerBy: status === 'pending' ? answerBy : null,
    autoCompletedAt: null,
    ended: null,
    rating: null,
    review: null,
    roomId: randomUUID(),
    sessionTypeId: booking.sessionTypeId,
    ...(details && keptDetails(details)),
    history: [{ status, at: now, by: 'customer' }],
    createdAt: now,
    updatedAt: now,
  };
}

function keptDetails({ title, answers, pathway, notes, place }: BookingDetails) {
  return { title, answers, pathway, notes, place };
}
