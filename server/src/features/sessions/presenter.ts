import { minuteMs } from '@serene/shared/time';
import type { Session } from '@serene/shared/contracts';
import { isJoinable, remindersAhead } from '@serene/shared/lifecycle';
import { toMajorUnits } from '@serene/shared/money';
import type { Types } from 'mongoose';
import type { UserRecord } from '../auth/index.ts';
import type { ExpertRecord } from '../experts/index.ts';
import { lateRefundMinor } from './late-refund.ts';
import type { SessionRecord } from './model.ts';
import type { ReminderOffset } from './reminder-offsets.ts';

/** What a session's page shows that the configuration decides. */
export type SessionDisplay = {
  videoBaseUrl: string;
  /** Longest first. */
  reminderOffsets: readonly ReminderOffset[];
};

export type SessionView = {
  session: SessionRecord;
  expert: ExpertRecord;
  customer?: UserRecord;
  /** Whose eyes: the customer gets no copy of themselves, everybody else sees who booked. */
  viewerId: Types.ObjectId;
  now: Date;
} & SessionDisplay;

/** A session as one of its two people sees it. */
export function presentSession(view: SessionView): Session {
  const { session, expert, customer, viewerId, now, videoBaseUrl } = view;
  // The room is told to the two people only, and only around the session: whoever knows it can enter.
  const meets = session.userId.equals(viewerId) || expert.userId.equals(viewerId);
  const roomId = meets && isOpen(session, now) ? session.roomId : null;
  return {
    id: session._id.toHexString(),
    reference: session.reference,
    expert: {
      id: expert._id.toHexString(),
      slug: expert.slug,
      name: expert.name,
      avatar: expert.avatar,
      category: expert.category,
    },
    ...(customer && !customer._id.equals(viewerId)
      ? { customer: { id: customer._id.toHexString(), name: customer.name, email: customer.email } }
      : {}),
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    scheduledDate: session.scheduledDate,
    scheduledTime: session.scheduledTime,
    timezone: session.timezone,
    duration: session.duration,
    amount: toMajorUnits(session.amountMinor, session.currency),
    amountMinor: session.amountMinor,
    currency: session.currency,
    paymentId: session.paymentId?.toHexString() ?? null,
    sessionTypeId: session.sessionTypeId?.toHexString() ?? null,
    title: session.title ?? null,
    // What the customer told is for the expert: the two people see it, an admin does not (rule F6).
    ...(meets ? presentDetails(session) : { place: { kind: session.place?.kind ?? 'room' } }),
    status: session.status,
    revision: session.revision,
    policy: session.policy,
    lateRefundMinor: lateRefundMinor(session),
    answerBy: session.answerBy?.toISOString() ?? null,
    autoCompletedAt: session.autoCompletedAt?.toISOString() ?? null,
    ended: presentEnd(session),
    rating: session.rating,
    review: session.review,
    roomId,
    joinUrl: roomId && joinUrlOf(session, `${videoBaseUrl.replace(/\/$/, '')}/${roomId}`),
    remindersBefore: remindersBefore(view),
    createdAt: session.createdAt.toISOString(),
    updatedAt: session.updatedAt.toISOString(),
  };
}

/** Where the two meet: at the expert's own link, or in our room; nowhere on the web where they meet at an address. */
function joinUrlOf({ place }: SessionRecord, room: string): string | null {
  if (place?.kind === 'address') return null;
  return place?.kind === 'link' ? place.text : room;
}

function presentDetails({ answers = [], pathway = null, notes = null, place }: SessionRecord) {
  return { answers, pathway, notes, place: place?.text ? place : { kind: place?.kind ?? ('room' as const) } };
}

function presentEnd({ ended, history }: SessionRecord): Session['ended'] {
  if (!ended) return null;
  return { ...ended, at: ended.at.toISOString(), wasRequest: history.at(-2)?.status === 'pending' };
}

/** The customer gets every reminder, the expert the last one (rule E1). */
function remindersBefore({ session, expert, viewerId, now, reminderOffsets }: SessionView): number[] {
  const offsetsMs = reminderOffsets.map(({ ms }) => ms);
  const own = session.userId.equals(viewerId) ? offsetsMs : expert.userId.equals(viewerId) ? offsetsMs.slice(-1) : [];
  const { status, startsAt } = session;
  return remindersAhead({ status, startsAt: startsAt.getTime() }, { offsetsMs: own, now: now.getTime() }).map(
    (ms) => ms / minuteMs,
  );
}

function isOpen({ status, startsAt, endsAt }: SessionRecord, now: Date): boolean {
  return isJoinable({ status, startsAt: startsAt.getTime(), endsAt: endsAt.getTime() }, now.getTime());
}
