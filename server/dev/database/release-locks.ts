import mongoose from 'mongoose';

/**
 * Frees the rows that a process killed inside a transaction left locked (rule T5). The transactions of others abort too
 * and are tried again by those who run them.
 */
export async function releaseLocks(uri: string): Promise<void> {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 2_000 });
  try {
    await client.db('admin').command({ killAllSessions: [] });
  } finally {
    await client.close();
  }
}
