import { join } from 'node:path';
import mongoose from 'mongoose';
import { releaseLocks, startDatabase, type Database } from '../../dev/database/index.ts';
import type { Children } from '../../dev/processes/children.ts';

type DatabaseOptions = { cacheDir: string; dataDir: string; children: Children };

/** A database that can be killed and started again with its data, and that is read past the product's own code. */
export type ChaosDatabase = {
  readonly uri: string;
  readonly client: mongoose.mongo.MongoClient;
  db(): mongoose.mongo.Db;
  /** Kills it and starts it again on its port. */
  crash(): Promise<void>;
  /** Raised whenever it goes away and whenever it is back: who sees it change has met an outage. */
  changes(): number;
  /** Frees the rows of processes that died in a transaction (rule T5). */
  freeRowsOfTheDead(): Promise<void>;
  stop(): Promise<void>;
};

export async function startChaosDatabase({ cacheDir, dataDir, children }: DatabaseOptions): Promise<ChaosDatabase> {
  const logFile = join(dataDir, 'database.log');
  const start = (): Promise<Database> => startDatabase({ cacheDir, dataDir, children, logFile });
  let database = await start();
  let changes = 0;
  const client = new mongoose.mongo.MongoClient(database.uri);
  return {
    uri: database.uri,
    client,
    db: () => client.db(),
    async crash() {
      changes += 1;
      await database.kill();
      database = await start();
      changes += 1;
    },
    changes: () => changes,
    freeRowsOfTheDead: () => releaseLocks(database.uri),
    async stop() {
      await client.close();
      await database.kill();
    },
  };
}
