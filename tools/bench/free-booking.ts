import mongoose from 'mongoose';
import { nothingTold } from '../../server/src/features/availability/index.ts';
import { BookingModel } from '../../server/src/features/booking-records/index.ts';
import { bookFreeSession } from '../../server/src/features/bookings/index.ts';
import { ClaimModel } from '../../server/src/features/claims/index.ts';
import { ExpertModel } from '../../server/src/features/experts/index.ts';
import { OutboxModel } from '../../server/src/features/notifications/index.ts';
import { SessionTypeModel } from '../../server/src/features/offers/index.ts';
import { SessionModel, type SessionRecord } from '../../server/src/features/sessions/index.ts';
import { connectDatabase, disconnectDatabase, ensureIndexes } from '../../server/src/infra/mongo.ts';
import { models } from '../../server/src/models.ts';
import { BareFreeBooking, readFreeBooking } from './bare-free-booking.ts';
import { benchClock, buildSessionType } from './fixtures.ts';
import { openMarket, type Wish } from './market.ts';
import type { BenchResult } from './result.ts';
import { compare, warmUp, type Sides } from './sides.ts';

const dbName = 'bench-free-bookings';
const clientCounts = [1, 8, 32];
const perBooking = [
  [BookingModel, 1],
  [ClaimModel, 1],
  [OutboxModel, 2],
] as const;

/**
 * What `POST /scheduling/bookings/confirm` does with a free session type, beside bare transactions that write the same
 * documents; nobody wants the same time.
 */
export async function benchFreeBooking({
  uri,
  say,
}: {
  uri: string;
  say: (line: string) => void;
}): Promise<BenchResult[]> {
  await connectDatabase(uri, dbName);
  const client = new mongoose.mongo.MongoClient(uri, { maxPoolSize: 50 });
  try {
    await ensureIndexes(models);
    const nextWish = await openMarket({ offersVersion: 1 });
    const talks = await offerFreeTalks();
    const api = (wish: Wish) => bookFree(wish, talks);
    const bare = new BareFreeBooking(client, dbName, await readFreeBooking((await api(nextWish()))._id));
    const sides: Sides = { nextWish, api, bare: (wish) => bare.book(wish) };
    say('Free bookings: warming up…');
    await warmUp(sides);
    const results: BenchResult[] = [];
    for (const clients of clientCounts) {
      say(`Free bookings: ${clients} clients…`);
      results.push(...(await compare('confirm of a free offer', clients, sides)));
    }
    await checkBookings();
    return results;
  } finally {
    await client.close();
    await disconnectDatabase();
  }
}

type Talks = ReadonlyMap<string, mongoose.Types.ObjectId>;

/** @returns the free session type of each expert */
export async function offerFreeTalks(): Promise<Talks> {
  const experts = await ExpertModel.find({}, { _id: 1 }).lean();
  const free = { title: 'Free talk', priceMinor: 0, category: 'free' } as const;
  const talks = experts.map(({ _id }) => buildSessionType(_id, free));
  await SessionTypeModel.collection.insertMany(talks);
  return new Map(talks.map(({ _id, expertId }) => [expertId.toHexString(), _id]));
}

/** By the use case behind the door; a limit on the free sessions of a network is not part of it. */
export async function bookFree({ expert, customer, startsAt }: Wish, talks: Talks): Promise<SessionRecord> {
  const sessionTypeId = talks.get(expert._id.toHexString()) ?? null;
  const who = { expertId: expert._id, userId: customer._id };
  const wish = { ...nothingTold, ...who, sessionTypeId, startsAt, duration: 60, clientTimezone: null };
  const { session, created } = await bookFreeSession({ clock: benchClock }, { wish, network: null });
  if (!created) throw new Error('a free session was booked before');
  return session;
}

/** Fails unless every booking, of whichever side, left all its documents. */
async function checkBookings(): Promise<void> {
  const sessions = await SessionModel.collection.countDocuments();
  for (const [{ collection }, each] of perBooking) {
    const count = await collection.countDocuments();
    if (count !== sessions * each) throw new Error(`${sessions} sessions left ${count} ${collection.collectionName}`);
  }
}
