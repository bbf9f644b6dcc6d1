import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import mongoose from 'mongoose';
import pLimit from 'p-limit';
import {
  drainOutbox,
  enqueueMail,
  OutboxModel,
  type MailKey,
  type OutboxRecord,
} from '../../server/src/features/notifications/index.ts';
import type { MailTransport } from '../../server/src/gateways/mail/port.ts';
import { createLogger } from '../../server/src/infra/logger.ts';
import { connectDatabase, disconnectDatabase, ensureIndexes } from '../../server/src/infra/mongo.ts';
import { bookingMailData, brand, tokenOf } from '../../server/test/mail-data.ts';
import { benchClock, benchNow } from './fixtures.ts';
import { judge, type BenchResult } from './result.ts';

const mails = 10_000;
/** A rate needs no more. */
const bareMails = 2_000;
/** As many as one process sends at a time. */
const lanes = 4;
const enqueuedAtOnce = 8;

const keyOf = (index: number): MailKey => `confirmed:${index.toString(16).padStart(24, '0')}:customer`;

/**
 * Ten thousand mails enqueued and sent to a transport that takes them at once, beside the barest writes that could do
 * the same; and the memory that is still held when all are sent, beside that after the first thousands.
 */
export async function benchMails({ uri, say }: { uri: string; say: (line: string) => void }): Promise<BenchResult[]> {
  await connectDatabase(uri, 'bench-mails');
  const client = new mongoose.mongo.MongoClient(uri, { maxPoolSize: 50 });
  try {
    await ensureIndexes([OutboxModel]);
    say(`Mails: enqueuing ${mails.toLocaleString('en')}…`);
    const enqueued = await perSecond(mails, enqueueAll);
    const row = await OutboxModel.findById(keyOf(0)).lean().orFail();
    say('Mails: sending…');
    const heaps: number[] = [];
    const sent = await perSecond(mails, () => drainAll(heaps));
    say('Mails: the barest writes…');
    const bare = client.db('bench-bare-mails').collection<OutboxRecord>('outbox');
    await bare.createIndex({ status: 1, nextAttemptAt: 1 });
    await bare.createIndex({ 'data.sessionId': 1 });
    const bareEnqueued = await perSecond(bareMails, () => bareEnqueue(bare, row));
    const bareSent = await perSecond(bareMails, () => bareSend(bare));
    return [
      rate('mails enqueued : bare upserts', enqueued, bareEnqueued),
      rate('mails sent : bare claims and marks', sent, bareSent),
      memory(heaps),
    ];
  } finally {
    await client.close();
    await disconnectDatabase();
  }
}

async function perSecond(count: number, work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (count * 1000) / (performance.now() - begun);
}

function rate(name: string, value: number, floor: number): BenchResult {
  return judge({ name, value, floor, limit: null, bound: 'at least', unit: '/s' });
}

/** Flat: what is held does not grow with the number of mails. */
function memory(heaps: readonly number[]): BenchResult {
  const [value, floor] = [heaps.at(-1) ?? Number.NaN, heaps[0] ?? Number.NaN];
  const name = `heap after ${mails.toLocaleString('en')} mails : after the first thousands`;
  return judge({ name, value, floor, limit: 1.2, bound: 'at most', unit: 'MB' });
}

type Batch = { count: number; width: number };

async function inParallel({ count, width }: Batch, one: (index: number) => Promise<unknown>): Promise<void> {
  const admit = pLimit(width);
  await Promise.all(Array.from({ length: count }, (_, index) => admit(() => one(index))));
}

async function enqueueAll(): Promise<void> {
  const template = 'booking-confirmation-user' as const;
  await inParallel({ count: mails, width: enqueuedAtOnce }, (index) => {
    const data = bookingMailData({ sessionId: index.toString(16).padStart(24, '0') });
    return enqueueMail(
      { key: keyOf(index), to: 'asha@example.com', template, data },
      { now: benchNow, transaction: null },
    );
  });
}

/** @param heaps gets the megabytes that are held each time some thousand mails are out */
async function drainAll(heaps: number[]): Promise<void> {
  let taken = 0;
  const transport: MailTransport = {
    send: () => {
      taken += 1;
      if (taken % (mails / 4) === 0) heaps.push(heldMegabytes());
      return Promise.resolve({ status: 'sent' });
    },
    close: () => undefined,
  };
  const dependencies = {
    transport,
    clock: benchClock,
    logger: createLogger('silent'),
    brand,
    isAddressProved: () => Promise.resolve(true),
    reasonToSkip: () => Promise.resolve(null),
    remindersBefore: () => Promise.resolve([24 * 60, 60]),
    limits: 'off' as const,
    isLinkWorthMailing: () => Promise.resolve(true),
    unsubscribeUrl: () => brand.frontendUrl,
    tokenOf,
  };
  for (let left = mails; left > 0;) {
    const handled = await drainOutbox(dependencies);
    if (handled === 0) throw new Error(`only ${taken} of ${mails} mails were sent`);
    left -= handled;
  }
}

/** What is left after the garbage is collected. */
function heldMegabytes(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed / 1e6;
}

async function bareEnqueue(outbox: mongoose.mongo.Collection<OutboxRecord>, row: OutboxRecord): Promise<void> {
  const { _id, ...fresh } = row;
  await inParallel({ count: bareMails, width: enqueuedAtOnce }, (index) =>
    outbox.updateOne({ _id: keyOf(index) }, { $setOnInsert: fresh }, { upsert: true }),
  );
}

/** A mail is claimed, read and marked; nothing is rendered and nobody asked what is due. */
async function bareSend(outbox: mongoose.mongo.Collection<OutboxRecord>): Promise<void> {
  await inParallel({ count: bareMails, width: lanes }, async (index) => {
    const _id = keyOf(index);
    await outbox.updateOne({ _id, status: 'queued' }, { $set: { status: 'sending', leaseToken: 'bare' } });
    await outbox.findOne({ _id });
    await outbox.updateOne({ _id, leaseToken: 'bare' }, { $set: { status: 'sent', leaseToken: null } });
  });
}
