import mongoose from 'mongoose';
import { inject } from 'vitest';
import { connectDatabase, disconnectDatabase, ensureIndexes, type IndexedModel } from '../src/infra/mongo.ts';

/** Connects a test file to a fresh database of its own, with the indexes of the models it uses. */
export async function openTestDatabase(
  name: string,
  models: readonly IndexedModel[],
  uri: string = inject('mongoUri'),
): Promise<void> {
  await connectDatabase(uri, `test-${name}-${process.pid}`);
  await mongoose.connection.dropDatabase();
  await ensureIndexes(models);
}

/** Leaves nothing behind. */
export async function closeTestDatabase(): Promise<void> {
  await mongoose.connection.dropDatabase();
  await disconnectDatabase();
}
