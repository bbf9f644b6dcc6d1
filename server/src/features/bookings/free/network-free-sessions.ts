import { dayMs } from '@serene/shared/time';
import { model, Schema, type ClientSession, type Types } from 'mongoose';
import type { SchemaFields } from '../../../infra/schema-fields.ts';
import { AppError } from '../../../errors.ts';
import { firstStands } from '../../../infra/mongo.ts';
import { findUsersByIds, type UserRecord } from '../../auth/index.ts';
import { findSessionsByIds, isAhead, type SessionRecord } from '../../sessions/index.ts';

/** What the unproved accounts of one network may book for nothing: ahead with one expert, and with all in a day. */
const mostFree = { aheadWithExpert: 3, aDay: 10 };

/** The free sessions of one network. Sessions say what became of them; each new one writes this row first (rule T3). */
type NetworkFreeSessionsRecord = { _id: string; sessionIds: Types.ObjectId[]; bookings: number };

const networkFreeSessionsSchema = new Schema<NetworkFreeSessionsRecord>(
  {
    _id: { type: String, required: true },
    sessionIds: { type: [Schema.Types.ObjectId], default: [] },
    bookings: { type: Number, default: 0 },
  } satisfies SchemaFields<NetworkFreeSessionsRecord>,
  { collection: 'networkfreesessions', versionKey: false },
);

export const NetworkFreeSessionsModel = model('NetworkFreeSessions', networkFreeSessionsSchema);

/**
 * Makes the row of a network, outside the transaction, where two at once do no harm.
 * @param network null where the limits are off
 * @returns the network that a free session of this customer counts for; none for whoever proved their address
 */
export async function prepareFreeNetwork(
  network: string | null,
  { emailVerifiedAt }: Pick<UserRecord, 'emailVerifiedAt'>,
): Promise<string | null> {
  if (network === null || emailVerifiedAt !== null) return null;
  const row = { $setOnInsert: { sessionIds: [], bookings: 0 } };
  await firstStands(NetworkFreeSessionsModel.updateOne({ _id: network }, row, { upsert: true }));
  return network;
}

type NewFreeSession = { network: string | null; session: SessionRecord; now: Date };

/**
 * Counts a free session of a network (rule S4), in the transaction that books it. Fresh accounts cost nothing, so what
 * each may book alone is no limit; sessions of accounts that have proved their address meanwhile are not counted.
 * @throws AppError EMAIL_NOT_CONFIRMED, since confirming the address is the way out
 */
export async function countNetworkFreeSession(
  { network: _id, session, now }: NewFreeSession,
  transaction: ClientSession,
): Promise<void> {
  if (_id === null) return;
  await NetworkFreeSessionsModel.updateOne({ _id }, { $inc: { bookings: 1 } }, { session: transaction });
  const row = await NetworkFreeSessionsModel.findById(_id).session(transaction).lean();
  const booked = await unprovedOf(await findSessionsByIds(row?.sessionIds ?? [], transaction), transaction);
  const ahead = booked.filter((other) => isAhead(other, now));
  // Cancelled ones count for the day, or else cancelling would be a way to send the expert emails without end.
  const today = booked.filter(({ createdAt }) => now.getTime() - createdAt.getTime() < dayMs);
  const withExpert = ahead.filter(({ expertId }) => expertId.equals(session.expertId));
  if (withExpert.length >= mostFree.aheadWithExpert || today.length >= mostFree.aDay) throw confirmFirst();
  const sessionIds = [...new Set([...ahead, ...today])].map((other) => other._id);
  await NetworkFreeSessionsModel.updateOne(
    { _id },
    { $set: { sessionIds: [...sessionIds, session._id] } },
    { session: transaction },
  );
}

async function unprovedOf(sessions: SessionRecord[], transaction: ClientSession): Promise<SessionRecord[]> {
  const customers = await findUsersByIds(
    sessions.map(({ userId }) => userId),
    transaction,
  );
  const unproved = customers.filter(({ emailVerifiedAt }) => emailVerifiedAt === null);
  const ids = new Set(unproved.map(({ _id }) => _id.toHexString()));
  return sessions.filter(({ userId }) => ids.has(userId.toHexString()));
}

function confirmFirst(): AppError {
  return new AppError(
    'EMAIL_NOT_CONFIRMED',
    'Many free sessions have been booked from your network. Confirm your email address to book this one; ask for a new link if you have none.',
  );
}
