import mongoose from 'mongoose';
import { connectDatabase, disconnectDatabase, ensureIndexes } from '../../server/src/infra/mongo.ts';
import { models } from '../../server/src/models.ts';
import { BareBooking } from './bare-booking.ts';
import { book, hold } from './book.ts';
import { checkBookings, readBooking } from './booked-documents.ts';
import { openMarket, type Wish } from './market.ts';
import { benchRace } from './race.ts';
import { deliverEvents, startBackgroundJobs } from './gateway-traffic.ts';
import { judge, type BenchResult } from './result.ts';
import { median, percentile } from './statistics.ts';

const dbName = 'bench-bookings';
const clientCounts = [1, 8, 32];
const warmUpBookings = 250;
const turns = 9;
const turnMs = 1_500;
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
  try {
    await ensureIndexes(models);
    const nextWish = await openMarket();
    const bare = new BareBooking(client, dbName, await readBooking(await book(nextWish())));
    const sides: Sides = { nextWish, api: (wish) => book(wish), bare: (wish) => bare.book(wish) };
    say('Bookings: warming up…');
    await warmUp(sides);
    const results: BenchResult[] = [];
    for (const clients of clientCounts) {
      say(`Bookings: ${clients} clients…`);
      results.push(...(await compare(clients, sides)));
    }
    say('Bookings: beside webhooks and reconciler…');
    results.push(...(await compareBesideJobs({ nextWish, bare: (wish) => bare.bookWithEvents(wish) })));
    await checkBookings();
    say('Bookings: race…');
    results.push(await benchRace({ nextWish, api: hold, bare: (wish) => bare.holdOnly(wish) }));
    return results;
  } finally {
    await client.close();
    await disconnectDatabase();
  }
}

type Book = (wish: Wish) => Promise<unknown>;
type Sides = { nextWish: () => Wish; api: Book; bare: Book };
type Turn = { perSecond: number; times: number[] };

/** Until the code of both sides is compiled for speed: each figure is about a server that runs, not one that starts. */
async function warmUp({ nextWish, api, bare }: Sides): Promise<void> {
  for (const one of [api, bare]) {
    for (let made = 0; made < warmUpBookings; made += 10) {
      await Promise.all(Array.from({ length: 10 }, () => one(nextWish())));
    }
  }
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

async function compare(clients: number, { nextWish, api, bare }: Sides): Promise<BenchResult[]> {
  const ours: Turn[] = [];
  const floor: Turn[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [side, one] of [
      [ours, api],
      [floor, bare],
    ] as const) {
      side.push(await bookFor(turnMs, clients, () => one(nextWish())));
    }
  }
  return describe(`create-order to settled, ${clients} clients : bare transactions`, ours, floor);
}

function describe(name: string, ours: Turn[], floor: Turn[]): BenchResult[] {
  const perSecond = (side: Turn[]) => median(side.map((turn) => turn.perSecond));
  const timesOf = (side: Turn[]) => side.flatMap(({ times }) => times);
  const p99 = (side: Turn[]) => percentile(timesOf(side), 99);
  return [
    judge({ name, value: perSecond(ours), floor: perSecond(floor), limit: 0.5, bound: 'at least', unit: '/s' }),
    judge({ name: `${name}, p99`, value: p99(ours), floor: p99(floor), limit: null, bound: 'at most', unit: 'ms' }),
  ];
}

/** So many clients book for so long, each its next booking when the last is settled. */
async function bookFor(durationMs: number, clients: number, bookOne: () => Promise<unknown>): Promise<Turn> {
  const times: number[] = [];
  const started = performance.now();
  const client = async () => {
    while (performance.now() - started < durationMs) {
      const begun = performance.now();
      await bookOne();
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { perSecond: (times.length * 1000) / (performance.now() - started), times };
}
