import { cellsOf } from '@serene/shared/scheduling';
import { Types, type mongo } from 'mongoose';
import pLimit from 'p-limit';
import { UserModel, type UserRecord } from '../../server/src/features/auth/index.ts';
import { BookingModel, type BookingRecord } from '../../server/src/features/booking-records/index.ts';
import { ClaimModel, type ClaimRecord } from '../../server/src/features/claims/index.ts';
import { ExpertModel, type ExpertRecord } from '../../server/src/features/experts/index.ts';
import { OutboxModel, type OutboxRecord } from '../../server/src/features/notifications/index.ts';
import { SessionModel, type SessionRecord } from '../../server/src/features/sessions/index.ts';
import { benchNow, minuteMs } from './fixtures.ts';
import type { Wish } from './market.ts';

/** Everything that one free booking leaves in the database, besides what it counts on account and profile. */
type FreeDocuments = { booking: BookingRecord; claim: ClaimRecord; session: SessionRecord; mails: OutboxRecord[] };

/** The same admission and the same guarantees as `inTransaction` gives (rule T1). */
const admit = pLimit(8);
const guarantees = {
  readPreference: 'primary',
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true },
} as const;

/**
 * The floor of a free booking: the plain driver makes its writes in one transaction, those on account and profile
 * included. It reads nothing, checks nothing and could not be repeated safely.
 */
export class BareFreeBooking {
  private readonly client: mongo.MongoClient;
  private readonly collections;
  private readonly original: FreeDocuments;

  constructor(client: mongo.MongoClient, dbName: string, original: FreeDocuments) {
    const db = client.db(dbName);
    this.client = client;
    this.original = original;
    this.collections = {
      users: db.collection<UserRecord>(UserModel.collection.collectionName),
      experts: db.collection<ExpertRecord>(ExpertModel.collection.collectionName),
      claims: db.collection<ClaimRecord>(ClaimModel.collection.collectionName),
      bookings: db.collection<BookingRecord>(BookingModel.collection.collectionName),
      sessions: db.collection<SessionRecord>(SessionModel.collection.collectionName),
      outbox: db.collection<OutboxRecord>(OutboxModel.collection.collectionName),
    };
  }

  async book(wish: Wish): Promise<void> {
    const { booking, claim, session, mails } = this.copy(wish);
    const { users, experts, claims, bookings, sessions, outbox } = this.collections;
    await admit(() =>
      this.client.withSession((transaction) =>
        transaction.withTransaction(async () => {
          const options = { session: transaction };
          await users.updateOne({ _id: wish.customer._id }, { $inc: { freeBookings: 1 } }, options);
          await experts.updateOne({ _id: wish.expert._id }, { $set: { scheduleConfirmedAt: benchNow } }, options);
          await claims.insertOne(claim, options);
          await bookings.insertOne(booking, options);
          await sessions.insertOne(session, options);
          await outbox.insertMany(mails, options);
        }, guarantees),
      ),
    );
  }

  /** The documents of another booking: the same but for their ids, people and times. */
  private copy({ expert, customer, startsAt }: Wish): FreeDocuments {
    const { booking, claim, session, mails } = this.original;
    const [_id, claimId] = [new Types.ObjectId(), new Types.ObjectId()];
    const key = _id.toHexString();
    const endsAt = new Date(startsAt.getTime() + booking.duration * minuteMs);
    const own = { expertId: expert._id, userId: customer._id, startsAt, endsAt };
    const cells = cellsOf(startsAt.getTime(), endsAt.getTime());
    return {
      booking: { ...booking, ...own, _id, claimId },
      claim: { ...claim, ...own, _id: claimId, bookingId: _id, busyUntil: endsAt, cells },
      session: { ...session, ...own, _id, claimId, reference: `SW-${key}` },
      mails: mails.map((mail, index) => ({ ...mail, _id: `confirmed:${key}:${index}` })),
    };
  }
}

/** Reads what a free booking of ours wrote, so that the floor writes the same. */
export async function readFreeBooking(_id: Types.ObjectId): Promise<FreeDocuments> {
  const booking = await BookingModel.findById(_id).lean().orFail();
  return {
    booking,
    claim: await ClaimModel.findById(booking.claimId).lean().orFail(),
    session: await SessionModel.findById(_id).lean().orFail(),
    mails: await OutboxModel.find({ 'data.sessionId': _id.toHexString() }).lean(),
  };
}
