import type { Booking } from '@serene/shared/contracts';
import { toMajorUnits } from '@serene/shared/money';
import type { Types } from 'mongoose';
import { AppError } from '../../../errors.ts';
import { statusesOf } from './booking-status.ts';
import type { FoundBooking } from './find-booking.ts';

/** A booking as one of its people sees it; what was told to the expert is for the two alone (rule F6). */
export function presentBooking(
  found: FoundBooking,
  { viewerId, frontendUrl }: { viewerId: Types.ObjectId; frontendUrl: string },
): Booking {
  const { _id, expert, record, payment, session, hold } = found;
  const shown = shownOf(found);
  const told = record ?? session;
  const isOneOfThem = shown.userId.equals(viewerId) || expert.userId.equals(viewerId);
  return {
    id: _id.toHexString(),
    ...(session ? { reference: session.reference } : {}),
    expertId: expert._id.toHexString(),
    expert: {
      id: expert._id.toHexString(),
      slug: expert.slug,
      name: expert.name,
      avatar: expert.avatar,
      category: expert.category,
    },
    clientId: shown.userId.toHexString(),
    sessionTypeId: shown.sessionTypeId?.toHexString() ?? null,
    title: told?.title ?? `${shown.duration} minutes with ${expert.name}`,
    startTime: shown.startsAt.toISOString(),
    endTime: shown.endsAt.toISOString(),
    ...statusesOf(found),
    amount: toMajorUnits(shown.amountMinor, shown.currency),
    amountMinor: shown.amountMinor,
    currency: shown.currency,
    ...(payment ? { paymentId: payment._id.toHexString() } : {}),
    clientTimezone: shown.clientTimezone,
    expertTimezone: session?.timezone ?? expert.schedule.timezone,
    ...(isOneOfThem && told?.notes ? { notes: told.notes } : {}),
    ...(isOneOfThem && told?.answers && told.answers.length > 0 ? { answers: told.answers } : {}),
    ...(isOneOfThem && told?.pathway ? { pathway: told.pathway } : {}),
    ...(hold?.expiresAt ? { holdExpiresAt: hold.expiresAt.toISOString() } : {}),
    confirmationUrl: confirmationUrlOf(_id, frontendUrl),
    createdAt: (record?.createdAt ?? session?.createdAt ?? shown.createdAt).toISOString(),
    updatedAt: (session?.updatedAt ?? payment?.updatedAt ?? shown.createdAt).toISOString(),
  };
}

/** Where somebody sees what became of their booking. */
export function confirmationUrlOf(bookingId: Types.ObjectId, frontendUrl: string): string {
  return `${frontendUrl}/booking/confirmation?bookingId=${bookingId.toHexString()}`;
}

type Shown = {
  userId: Types.ObjectId;
  sessionTypeId: Types.ObjectId | null;
  startsAt: Date;
  endsAt: Date;
  duration: number;
  amountMinor: number;
  currency: string;
  clientTimezone: string;
  createdAt: Date;
};

/** Time and price as they are: a session may have moved since it was booked. */
function shownOf({ session, record, payment }: FoundBooking): Shown {
  if (session) return session;
  if (record) return record;
  if (!payment) throw new AppError('INTERNAL', 'A booking has neither a row, nor a session, nor a payment.');
  const { userId, amountMinor, currency, createdAt, booking } = payment;
  return { ...booking, userId, amountMinor, currency, createdAt };
}
