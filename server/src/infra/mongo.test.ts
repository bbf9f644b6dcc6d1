import mongoose, { model, Schema } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeTestDatabase, openTestDatabase } from '../../test/test-database.ts';
import { AppError } from '../errors.ts';
import { duplicateKeyFields, ensureIndexes, inTransaction } from './mongo.ts';

const counterSchema = new Schema({ name: { type: String, required: true }, value: { type: Number, default: 0 } });
counterSchema.index({ name: 1 }, { unique: true });
const Counter = model('TransactionTestCounter', counterSchema);

beforeAll(() => openTestDatabase('mongo', [Counter]));
afterAll(closeTestDatabase);
beforeEach(async () => {
  await Counter.deleteMany({});
  await Counter.create({ name: 'a' });
});

const increment = (session: mongoose.ClientSession) =>
  Counter.updateOne({ name: 'a' }, { $inc: { value: 1 } }, { session });

describe('inTransaction (T1, T2)', () => {
  it('runs again after a conflict, so that fifty at once all count', async () => {
    await Promise.all(Array.from({ length: 50 }, () => inTransaction(increment)));

    expect((await Counter.findOne({ name: 'a' }).orFail()).value).toBe(50);
  });

  it('writes nothing when the work throws', async () => {
    const work = inTransaction(async (session) => {
      await increment(session);
      throw new AppError('SLOT_TAKEN', 'no');
    });

    await expect(work).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    expect((await Counter.findOne({ name: 'a' }).orFail()).value).toBe(0);
  });

  it('lets a duplicate key through at once, naming its index', async () => {
    const work = inTransaction(async (session) => {
      await increment(session);
      await Counter.create([{ name: 'a' }], { session });
    });

    const error: unknown = await work.catch((reason: unknown) => reason);

    expect(duplicateKeyFields(error)).toEqual(['name']);
    expect((await Counter.findOne({ name: 'a' }).orFail()).value).toBe(0);
  });

  it('gives up as BUSY when somebody keeps the rows locked, instead of hanging', async () => {
    const other = await mongoose.startSession();
    other.startTransaction();
    await increment(other);

    await expect(inTransaction(increment)).rejects.toMatchObject({ code: 'BUSY', retryAfterSeconds: 1 });

    await other.abortTransaction();
    await other.endSession();
    await inTransaction(increment);
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
