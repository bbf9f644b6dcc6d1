import mongoose from 'mongoose';
import { testUri } from './test-uri.ts';
import {
  connectDatabase,
  disconnectDatabase,
  ensureIndexes,
  setTransactionPatience,
  type IndexedModel,
} from '../src/infra/mongo.ts';

/** On a busy machine a transaction takes its time, which must not look like a database that is held up. */
export const longPatienceMs = 120_000;

/** Connects a test file to a fresh database of its own, with the indexes of the models it uses. */
export async function openTestDatabase(
  name: string,
  models: readonly IndexedModel[],
  uri: string = testUri(),
): Promise<void> {
  setTransactionPatience(longPatienceMs);
  await connectDatabase(uri, `test-${name}-${process.pid}`, longPatienceMs);
  await mongoose.connection.dropDatabase();
  await ensureIndexes(models);
}

/** Leaves nothing behind. */
export async function closeTestDatabase(): Promise<void> {
  await mongoose.connection.dropDatabase();
  await disconnectDatabase();
}
