import mongoose, { type ClientSession, type Collection, type Types } from 'mongoose';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../errors.ts';
import { actingPerson } from './acting-person.ts';
import { busy, createTransactionQueue } from './transaction-queue.ts';

/**
 * How long a transaction may take before it is given up as BUSY: waiting for its turn and all its tries (rule T1).
 * Milliseconds of real time, not of the injected clock.
 */
let patienceMs = 10_000;

/** Sets the patience of this process. Tests set it, so that the load of the machine does not decide what they see. */
export function setTransactionPatience(chosenMs: number): void {
  patienceMs = chosenMs;
}

/** One process runs eight at a time; the rest queue, at most two of one person and one of an expert's time (rule T1). */
const admit = createTransactionQueue({ together: 8, perPerson: 2, waitingPerPerson: 2 });

/**
 * Opens the connection that all models use. Indexes are built by `ensureIndexes`, never in passing.
 * @param poolPatienceMs how long a query waits for a connection, in real time
 * @throws AppError BUSY when the server is no replica set: a standalone has no transactions
 */
export async function connectDatabase(uri: string, dbName?: string, poolPatienceMs = 8_000): Promise<void> {
  mongoose.set('strictQuery', 'throw');
  await mongoose.connect(uri, {
    autoIndex: false,
    autoCreate: false,
    // Kept by mongoose, what is asked while the server is away would fail later, and not as unavailable.
    bufferCommands: false,
    serverSelectionTimeoutMS: 3_000,
    connectTimeoutMS: 5_000,
    waitQueueTimeoutMS: poolPatienceMs,
    socketTimeoutMS: 20_000,
    maxPoolSize: 50,
    ...(dbName === undefined ? {} : { dbName }),
  });
  const hello = await mongoose.connection.db?.admin().command({ hello: 1 });
  if (hello?.['setName'] === undefined && hello?.['msg'] !== 'isdbgrid') {
    await mongoose.disconnect();
    throw new AppError(
      'BUSY',
      'MONGODB_URI names a standalone server, which has no transactions. Start it as a replica set (a single node will do).',
    );
  }
}

/** Closes the connection. */
export async function disconnectDatabase(): Promise<void> {
  await mongoose.disconnect();
}

/** How long a database may take to answer a ping before it counts as away. */
const pingPatienceMs = 1_000;

/** Whether the database answers now. It says no within two seconds, also when the database hangs. */
export async function isDatabaseReady(): Promise<boolean> {
  const { db } = mongoose.connection;
  if (!db) return false;
  const timeout = AbortSignal.timeout(pingPatienceMs);
  try {
    await db.command({ ping: 1 }, { signal: timeout });
    return true;
  } catch (error) {
    if (timeout.aborted || isUnavailable(error)) return false;
    throw error;
  }
}

/** What a mongoose model shows of its collection and indexes, whatever its documents are. */
export type IndexedModel = {
  modelName: string;
  collection: Collection;
  schema: { indexes(): [keys: object, options: { unique?: unknown }][] };
  createCollection(): Promise<unknown>;
  createIndexes(): Promise<unknown>;
};

/**
 * Creates each model's collection and indexes, then reads them back: the unique indexes are what makes a double
 * booking impossible, so nothing is ready before each of them was seen (rule T6).
 * @throws AppError INTERNAL naming the indexes that are missing
 */
export async function ensureIndexes(models: readonly IndexedModel[]): Promise<void> {
  const missing: string[] = [];
  for (const model of models) {
    await model.createCollection();
    await model.createIndexes();
    const present = await model.collection.indexes();
    for (const [keys, options] of model.schema.indexes()) {
      const found = present.find((index) => JSON.stringify(index.key) === JSON.stringify(keys));
      if (!found || Boolean(found.unique) !== Boolean(options.unique)) {
        missing.push(`${model.collection.name} ${JSON.stringify(keys)}`);
      }
    }
  }
  if (missing.length > 0) throw new AppError('INTERNAL', `The database lacks indexes: ${missing.join(', ')}`);
}

/** Until when something that begins now may take, turn and tries together, by `performance.now()` (rule T1). */
export function transactionDeadline(): number {
  return performance.now() + patienceMs;
}

/**
 * Runs `work` in one transaction: primary, snapshot, majority and journaled (rules T1 and T2). `work` runs again after
 * a conflict, so it makes no ids, sends nothing, calls no gateway, and passes the transaction to each of its reads and writes.
 * @param timeOf the expert whose time it writes: those of one expert run one after the other
 * @param deadline until when; work that may take several transactions has one for all of them (`transactionDeadline`)
 * @throws AppError TOO_MANY_REQUESTS when the person that it is for has too many waiting.
 * @throws AppError BUSY when it was not seen to be done within the deadline. Nothing is written then, unless it is the
 * answer to the commit that was lost: so what is asked of a caller must be harmless when it is asked again
 */
export async function inTransaction<T>(
  work: (transaction: ClientSession) => Promise<T>,
  { timeOf, deadline = transactionDeadline() }: { timeOf?: Types.ObjectId; deadline?: number } = {},
): Promise<T> {
  const left = Math.max(0, deadline - performance.now());
  return admit({ person: actingPerson(), expert: timeOf?.toHexString(), patienceMs: left }, async () => {
    const session = await mongoose.startSession();
    try {
      return await tryUntil(deadline, session, work);
    } finally {
      await session.endSession();
    }
  });
}

async function tryUntil<T>(
  deadline: number,
  transaction: ClientSession,
  work: (transaction: ClientSession) => Promise<T>,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      transaction.startTransaction({
        readPreference: 'primary',
        readConcern: { level: 'snapshot' },
        writeConcern: { w: 'majority', journal: true },
      });
      const result = await work(transaction);
      await commit(transaction, deadline);
      return result;
    } catch (error) {
      if (transaction.inTransaction()) await abort(transaction);
      if (!hasLabel(error, 'TransientTransactionError')) throw error;
      if (performance.now() > deadline) throw busy(error);
      await pause(attempt);
    }
  }
}

async function commit(transaction: ClientSession, deadline: number): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await transaction.commitTransaction();
      return;
    } catch (error) {
      if (!hasLabel(error, 'UnknownTransactionCommitResult')) throw error;
      if (performance.now() > deadline) throw busy(error);
      await pause(attempt);
    }
  }
}

/** Longer with each attempt, and with full jitter, which keeps racers for the same rows from meeting again. */
async function pause(attempt: number): Promise<void> {
  await wait(Math.random() * Math.min(5 * 2 ** attempt, 200));
}

async function abort(transaction: ClientSession): Promise<void> {
  try {
    await transaction.abortTransaction();
  } catch (error) {
    // The server aborts what it lost sight of by itself (rule T5); the first error is the one to report.
    if (!(error instanceof mongoose.mongo.MongoError)) throw error;
  }
}

function hasLabel(error: unknown, label: string): boolean {
  return error instanceof mongoose.mongo.MongoError && error.hasErrorLabel(label);
}

/** What a caller is told while the database is away. */
export function unreachable(cause?: unknown): AppError {
  return new AppError('BUSY', 'The database cannot be reached. Try again in a moment.', {
    cause,
    retryAfterSeconds: 2,
  });
}

/** Whether an error means that the database cannot be reached now, so that trying later may help. */
export function isUnavailable(error: unknown): boolean {
  return (
    error instanceof mongoose.mongo.MongoNetworkError ||
    error instanceof mongoose.mongo.MongoServerSelectionError ||
    error instanceof mongoose.mongo.MongoNotConnectedError ||
    error instanceof mongoose.mongo.MongoTopologyClosedError ||
    error instanceof mongoose.Error.MongooseServerSelectionError ||
    isEndedSocket(error) ||
    // The driver does not export this class.
    (error instanceof mongoose.mongo.MongoError && error.name === 'MongoWaitQueueTimeoutError')
  );
}

/** The driver lets this one through as it is: it wrote to a connection that the server has just ended. */
function isEndedSocket(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

/**
 * Waits for a write that somebody else may make at the same moment: of the two the first one stands. For writes outside
 * transactions only: inside, a duplicate key must pass through (rule T2).
 * @returns false when there was one already
 */
export async function firstStands(write: PromiseLike<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (duplicateKeyFields(error) === null) throw error;
    return false;
  }
}

/**
 * The fields of the unique index that a write ran into, such as `['expertId', 'cells']`; null for any other error.
 * To be asked outside a transaction only: inside, a duplicate key must pass through (rule T2).
 */
export function duplicateKeyFields(error: unknown): string[] | null {
  if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== 11000) return null;
  const pattern: unknown = error['keyPattern'];
  return typeof pattern === 'object' && pattern !== null ? Object.keys(pattern) : [];
}
