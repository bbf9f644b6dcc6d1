import mongoose, { model, Schema } from 'mongoose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeTestDatabase, longPatienceMs, openTestDatabase } from '../../test/test-database.ts';
import { AppError } from '../errors.ts';
import { duplicateKeyFields, ensureIndexes, inTransaction, isUnavailable, setTransactionPatience } from './mongo.ts';

const counterSchema = new Schema({ name: { type: String, required: true }, value: { type: Number, default: 0 } });
counterSchema.index({ name: 1 }, { unique: true });
const Counter = model('TransactionTestCounter', counterSchema);

beforeAll(() => openTestDatabase('mongo', [Counter]));
afterAll(closeTestDatabase);
afterEach(() => {
  vi.restoreAllMocks();
  setTransactionPatience(longPatienceMs);
});
beforeEach(async () => {
  await Counter.deleteMany({});
  await Counter.create({ name: 'a' });
});

const increment = (transaction: mongoose.ClientSession) =>
  Counter.updateOne({ name: 'a' }, { $inc: { value: 1 } }, { session: transaction });

describe('inTransaction (T1, T2)', () => {
  it('runs again after a conflict, and those beyond the eight that are admitted wait: twelve at once all count', async () => {
    await Promise.all(Array.from({ length: 12 }, () => inTransaction(increment)));

    expect((await Counter.findOne({ name: 'a' }).orFail()).value).toBe(12);
  });

  it('writes nothing when the work throws', async () => {
    const work = inTransaction(async (transaction) => {
      await increment(transaction);
      throw new AppError('SLOT_TAKEN', 'no');
    });

    await expect(work).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    expect((await Counter.findOne({ name: 'a' }).orFail()).value).toBe(0);
  });

  it('lets a duplicate key through at once, naming its index', async () => {
    const work = inTransaction(async (transaction) => {
      await increment(transaction);
      await Counter.create([{ name: 'a' }], { session: transaction });
    });

    const error: unknown = await work.catch((reason: unknown) => reason);

    expect(duplicateKeyFields(error)).toEqual(['name']);
    expect((await Counter.findOne({ name: 'a' }).orFail()).value).toBe(0);
  });

  it('is BUSY when its turn does not come in time: nobody hangs because others do', async () => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let running = 0;
    const others = Array.from({ length: 8 }, () =>
      inTransaction(async () => {
        running += 1;
        await released;
      }),
    );
    await expect.poll(() => running).toBe(8);
    setTransactionPatience(100);

    await expect(inTransaction(increment)).rejects.toMatchObject({ code: 'BUSY', retryAfterSeconds: 1 });

    release();
    await Promise.all(others);
    expect((await Counter.findOne({ name: 'a' }).orFail()).value).toBe(0);
  });

  it('takes no longer where work needs several: they share one deadline', async () => {
    const timeOf = new mongoose.Types.ObjectId();
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const first = inTransaction(() => released, { timeOf });

    await expect(inTransaction(increment, { timeOf, deadline: performance.now() })).rejects.toMatchObject({
      code: 'BUSY',
    });
    release();
    await first;
  });

  it('gives up as BUSY when somebody keeps the rows locked, instead of hanging', async () => {
    const other = await mongoose.startSession();
    other.startTransaction();
    await increment(other);

    setTransactionPatience(300);
    await expect(inTransaction(increment)).rejects.toMatchObject({ code: 'BUSY', retryAfterSeconds: 1 });
    setTransactionPatience(longPatienceMs);

    await other.abortTransaction();
    await other.endSession();
    await inTransaction(increment);
    expect((await Counter.findOne({ name: 'a' }).orFail()).value).toBe(1);
  });
});

describe('a commit whose answer is lost (T1)', () => {
  /** Commits take place, and the news of the first `times` is lost. @returns how often a commit was asked for */
  function loseAnswers(times: number): () => number {
    let asked = 0;
    const startSession = mongoose.startSession.bind(mongoose);
    vi.spyOn(mongoose, 'startSession').mockImplementation(async () => {
      const transaction = await startSession();
      const commit = transaction.commitTransaction.bind(transaction);
      transaction.commitTransaction = async () => {
        asked += 1;
        await commit();
        if (asked > times) return;
        const lost = new mongoose.mongo.MongoError('the connection broke');
        lost.addErrorLabel('UnknownTransactionCommitResult');
        throw lost;
      };
      return transaction;
    });
    return () => asked;
  }

  it('is asked for again, and counts once', async () => {
    loseAnswers(2);

    await inTransaction(increment);

    expect((await Counter.findOne({ name: 'a' }).orFail()).value).toBe(1);
  });

  it('is given up as BUSY, having left the database in peace between the tries', async () => {
    const asked = loseAnswers(Infinity);
    setTransactionPatience(1_000);

    await expect(inTransaction(increment)).rejects.toMatchObject({ code: 'BUSY' });

    expect(asked()).toBeLessThan(150);
    expect((await Counter.findOne({ name: 'a' }).orFail()).value).toBe(1);
  });
});

describe('ensureIndexes (T6)', () => {
  it('refuses to be ready while a unique index cannot exist', async () => {
    await Counter.collection.dropIndexes();
    await Counter.collection.insertMany([{ name: 'twice' }, { name: 'twice' }]);

    await expect(ensureIndexes([Counter])).rejects.toThrow(/duplicate|E11000|lacks indexes/i);

    await Counter.deleteMany({ name: 'twice' });
    await ensureIndexes([Counter]);
  });
});

describe('a database that has just died', () => {
  it('is told by the error that the socket gives, too: the driver passes it on as it is', () => {
    const ended = Object.assign(new Error('This socket has been ended by the other party'), { code: 'EPIPE' });

    expect(isUnavailable(ended)).toBe(true);
    expect(isUnavailable(new Error('Something else'))).toBe(false);
  });
});
