import { setTimeout as wait } from 'node:timers/promises';
import mongoose from 'mongoose';

/**
 * Again and again for most of a second: what the dead sent last may be read by the server after they are gone, and one
 * row that stays locked makes the embedded database try a plain update in vain until nobody else gets a turn.
 */
const pausesMs = [0, 50, 200, 500];

/**
 * Frees the rows that a process killed inside a transaction left locked (rule T5). The transactions of others abort too
 * and are tried again by those who run them.
 */
export async function releaseLocks(uri: string): Promise<void> {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 2_000 });
  try {
    for (const pauseMs of pausesMs) {
      await wait(pauseMs);
      await client.db('admin').command({ killAllSessions: [] });
    }
  } finally {
    await client.close();
  }
}
