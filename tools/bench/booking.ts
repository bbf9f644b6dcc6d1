import mongoose from 'mongoose';
import { connectDatabase, disconnectDatabase, ensureIndexes } from '../../server/src/infra/mongo.ts';
import { models } from '../../server/src/models.ts';
import { BareBooking } from './bare-booking.ts';
import { book, hold } from './book.ts';
import { checkBookings, readBooking } from './booked-documents.ts';
import { benchFreeBooking } from './free-booking.ts';
import { openMarket } from './market.ts';
import { benchRace } from './race.ts';
import { deliverEvents, startBackgroundJobs } from './gateway-traffic.ts';
import type { BenchResult } from './result.ts';
import { bookFor, compare, describe, warmUp, type Sides, type Turn } from './sides.ts';

const dbName = 'bench-bookings';
const clientCounts = [1, 8, 32];
const clientsBesideJobs = 8;
const turnsBesideJobs = 3;
/** Long enough for a run of the reconciler, which comes every ten seconds. */
const turnBesideJobsMs = 11_000;

/**
 * From create-order to a settled session beside bare transactions that write the same documents. Both sides run in this
 * process without HTTP, ours by the use cases that the routes call; the gateway answers at once; nobody wants the same
 * hour, except in the race at the end.
 */
export async function benchBooking({ uri, say }: { uri: string; say: (line: string) => void }): Promise<BenchResult[]> {
  await connectDatabase(uri, dbName);
  const client = new mongoose.mongo.MongoClient(uri, { maxPoolSize: 50 });
  const results: BenchResult[] = [];
  try {
    await ensureIndexes(models);
    const nextWish = await openMarket();
    const bare = new BareBooking(client, dbName, await readBooking(await book(nextWish())));
    const sides: Sides = { nextWish, api: (wish) => book(wish), bare: (wish) => bare.book(wish) };
    say('Bookings: warming up…');
    await warmUp(sides);
    for (const clients of clientCounts) {
      say(`Bookings: ${clients} clients…`);
      results.push(...(await compare('create-order to settled', clients, sides)));
    }
    say('Bookings: beside webhooks and reconciler…');
    results.push(...(await compareBesideJobs({ nextWish, bare: (wish) => bare.bookWithEvents(wish) })));
    await checkBookings();
    say('Bookings: race…');
    results.push(await benchRace({ nextWish, api: hold, bare: (wish) => bare.holdOnly(wish) }));
  } finally {
    await client.close();
    await disconnectDatabase();
  }
  return [...results, ...(await benchFreeBooking({ uri, say }))];
}

/**
 * The same while the gateway's events come in, the webhook processor acts on them and the reconciler reads settled
 * payments again. The floor writes the events, too, and has its turns to itself.
 */
async function compareBesideJobs({ nextWish, bare }: Omit<Sides, 'api'>): Promise<BenchResult[]> {
  const ours: Turn[] = [];
  const floor: Turn[] = [];
  for (let turn = 0; turn < turnsBesideJobs; turn += 1) {
    const stopJobs = await startBackgroundJobs();
    ours.push(await bookFor(turnBesideJobsMs, clientsBesideJobs, () => book(nextWish(), deliverEvents)));
    await stopJobs();
    floor.push(await bookFor(turnBesideJobsMs, clientsBesideJobs, () => bare(nextWish())));
  }
  const name = `the same beside webhooks and reconciler, ${clientsBesideJobs} clients : bare transactions`;
  return describe(name, ours, floor);
}
