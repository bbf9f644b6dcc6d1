import mongoose from 'mongoose';
import { demoAccounts } from '../demo-accounts.ts';
import { StartError } from '../start-error.ts';

const answerTimeoutMs = 5_000;

/**
 * Makes sure that a database that runs elsewhere can be used.
 * @throws StartError when it does not answer, or is a standalone: that has no transactions
 */
export async function checkExternalDatabase(uri: string): Promise<void> {
  const client = createClient(uri);
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    if (typeof hello['setName'] === 'string' || hello['msg'] === 'isdbgrid') return;
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoError)) throw error;
    throw new StartError(
      `The database of MONGODB_URI does not answer: ${error.message}`,
      'Check the address, and that it runs; or leave MONGODB_URI out to use the embedded database.',
      { cause: error },
    );
  } finally {
    await client.close();
  }
  throw new StartError(
    'MONGODB_URI names a standalone server, which has no transactions, and without them a booking is not safe.',
    'Start it as a replica set, of one node if you like: mongod --replSet rs0, then once rs.initiate() in mongosh.',
  );
}

/** Whether people use this database: it has users, and the demo customer is not among them. */
export async function isInUse(uri: string): Promise<boolean> {
  const client = createClient(uri);
  try {
    const users = client.db().collection('users');
    const [anybody, demoCustomer] = await Promise.all([
      users.findOne(),
      users.findOne({ email: demoAccounts.customer }),
    ]);
    return anybody !== null && demoCustomer === null;
  } finally {
    await client.close();
  }
}

function createClient(uri: string) {
  try {
    return new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: answerTimeoutMs });
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new StartError(
      `MONGODB_URI is no connection string: ${cause.message}`,
      'It looks like mongodb://localhost:27017/serene?replicaSet=rs0.',
      { cause },
    );
  }
}
