import { Types } from 'mongoose';
import { UserModel } from '../../server/src/features/auth/index.ts';
import { ExpertModel } from '../../server/src/features/experts/index.ts';
import { OutboxModel } from '../../server/src/features/notifications/index.ts';
import {
  draftSession,
  readOffsets,
  remind,
  ReminderMarkModel,
  SessionModel,
  type SessionRecord,
} from '../../server/src/features/sessions/index.ts';
import { createLogger } from '../../server/src/infra/logger.ts';
import { connectDatabase, disconnectDatabase, ensureIndexes } from '../../server/src/infra/mongo.ts';
import { models } from '../../server/src/models.ts';
import { benchClock, benchNow, buildExpert, buildUser, dayMs, minuteMs } from './fixtures.ts';
import { judge, type BenchResult } from './result.ts';
import { median } from './statistics.ts';

const few = 1_000;
/** Sessions that come within a day of their start between two scans. */
const due = 20;
const turns = 15;
const warmUps = 5;
const batchSize = 1_000;

type Options = { uri: string; manySessions: number; say: (line: string) => void };

/**
 * A scan for reminders among few and among many sessions, of which the same number is due: most are over, tomorrow's
 * were reminded of, the rest lies further ahead.
 */
export async function benchReminders({ uri, manySessions, say }: Options): Promise<BenchResult[]> {
  const worlds = { few: 'bench-few-sessions', many: 'bench-many-sessions' };
  await inDatabase(uri, worlds.few, () => seedSessions(few, say));
  await inDatabase(uri, worlds.many, () => seedSessions(manySessions, say));
  say('Reminders: scanning…');
  // Few before and after many: what changes in the machine meanwhile is in both.
  const before = await inDatabase(uri, worlds.few, measure);
  const many = await inDatabase(uri, worlds.many, measure);
  const after = await inDatabase(uri, worlds.few, measure);
  const compare = (what: keyof Figures, name: string) =>
    judge({
      name: `${name}, ${manySessions.toLocaleString('en')} sessions : ${few.toLocaleString('en')}`,
      value: median(many[what]),
      floor: median([...before[what], ...after[what]]),
      limit: 1.5,
      bound: 'at most',
      unit: 'ms',
    });
  return [compare('idle', 'reminder scan, nothing due'), compare('busy', `reminder scan, ${due} due`)];
}

async function inDatabase<T>(uri: string, dbName: string, work: () => Promise<T>): Promise<T> {
  await connectDatabase(uri, dbName);
  try {
    await ensureIndexes(models);
    return await work();
  } finally {
    await disconnectDatabase();
  }
}

async function seedSessions(count: number, say: (line: string) => void): Promise<void> {
  const owner = buildUser('Sarah Khan');
  const customer = buildUser('Asha Nair');
  const expert = buildExpert(owner._id);
  await UserModel.collection.insertMany([owner, customer]);
  await ExpertModel.collection.insertOne(expert);
  const draft = draftSession({
    now: new Date(benchNow.getTime() - 30 * dayMs),
    expert,
    booking: { _id: new Types.ObjectId(), details: null },
    payment: {
      userId: customer._id,
      amountMinor: 150_000,
      currency: 'INR',
      booking: {
        startsAt: benchNow,
        endsAt: benchNow,
        duration: 60,
        sessionTypeId: null,
        policy: expert.cancellationPolicy,
        clientTimezone: 'Asia/Kolkata',
      },
    },
  });
  for (let made = 0; made < count; made += batchSize) {
    const rows = Array.from({ length: Math.min(batchSize, count - made) }, (_, index) => at(draft, made + index));
    await SessionModel.collection.insertMany(rows, { ordered: false });
    if (made % 20_000 === 0) say(`  ${made.toLocaleString('en')} of ${count.toLocaleString('en')} sessions`);
  }
}

/** The first are due now; of the others half are over, a tenth are tomorrow's, the rest begins in the next months. */
function at(draft: Omit<SessionRecord, 'claimId'>, number: number): SessionRecord {
  const spread = (number * 7_919) % 100_000;
  const isOver = number % 2 === 1;
  const [fromNow, status] =
    number < due
      ? ([dayMs - (number + 1) * 500, 'confirmed'] as const)
      : isOver
        ? ([-(1 + spread / 500) * dayMs, 'completed'] as const)
        : number % 10 === 0
          ? ([2 * 60 * minuteMs + (spread / 100_000) * 21 * 60 * minuteMs, 'confirmed'] as const)
          : ([(1.01 + spread / 1_000) * dayMs, 'confirmed'] as const);
  const startsAt = new Date(benchNow.getTime() + fromNow);
  const endsAt = new Date(startsAt.getTime() + 60 * minuteMs);
  const ids = { _id: new Types.ObjectId(), claimId: new Types.ObjectId() };
  return { ...draft, ...ids, reference: `SW-${number}`, status, startsAt, endsAt };
}

type Figures = { idle: number[]; busy: number[] };

async function measure(): Promise<Figures> {
  const dependencies = { clock: benchClock, logger: createLogger('silent'), offsets: readOffsets(['24h', '1h']) };
  const scan = async (expected: number) => {
    const begun = performance.now();
    const looked = await remind(dependencies);
    const took = performance.now() - begun;
    if (looked !== expected) throw new Error(`a scan looked at ${looked} sessions instead of ${expected}`);
    return took;
  };
  const figures: Figures = { idle: [], busy: [] };
  for (let turn = -warmUps; turn < turns; turn += 1) {
    await layMark(new Date(benchNow.getTime() + dayMs - 15_000));
    await OutboxModel.deleteMany({});
    const busy = await scan(due);
    if ((await OutboxModel.countDocuments()) !== due) throw new Error('not every reminder was written');
    const idle = await scanIdle(dependencies);
    if (turn < 0) continue;
    figures.busy.push(busy);
    figures.idle.push(idle);
  }
  return figures;
}

/** Three minutes later: beyond what is looked at twice. */
async function scanIdle(dependencies: Parameters<typeof remind>[0]): Promise<number> {
  const later = new Date(benchNow.getTime() + 3 * minuteMs);
  await layMark(new Date(later.getTime() + dayMs));
  const begun = performance.now();
  const looked = await remind({ ...dependencies, clock: { now: () => later } });
  if (looked !== 0) throw new Error(`an idle scan looked at ${looked} sessions`);
  return performance.now() - begun;
}

async function layMark(until: Date): Promise<void> {
  await ReminderMarkModel.updateOne({ _id: '24h' }, { $set: { until } }, { upsert: true });
}
