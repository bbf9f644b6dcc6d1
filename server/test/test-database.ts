import mongoose from 'mongoose';
import {
  connectDatabase,
  disconnectDatabase,
  ensureIndexes,
  setTransactionPatience,
  type IndexedModel,
} from '../src/infra/mongo.ts';
import { models as allModels } from '../src/models.ts';
import { testUri } from './test-uri.ts';

/** On a busy machine a transaction takes its time, which must not look like a database that is held up. */
export const longPatienceMs = 120_000;

/** The collections that have rows, as far as this process wrote them: emptying those alone takes a fraction of the time. */
const written = new Set<string>();
const writes = new Set(['insert', 'update', 'findAndModify']);

/**
 * The database of all models stays as it is for the worker's next file: making its indexes anew for each takes as long as
 * many a test.
 */
const keptName = `test-all-${process.pid}`;
let isKept = false;

/** Connects a test file to an empty database with the indexes of the models it uses. */
export async function openTestDatabase(
  name: string,
  models: readonly IndexedModel[],
  uri: string = testUri(),
): Promise<void> {
  setTransactionPatience(longPatienceMs);
  const isShared = models === allModels && uri === testUri();
  const monitored = new URL(uri);
  monitored.searchParams.set('monitorCommands', 'true');
  await connectDatabase(monitored.href, isShared ? keptName : `test-${name}-${process.pid}`, longPatienceMs);
  mongoose.connection.getClient().on('commandStarted', ({ commandName, command }) => {
    if (writes.has(commandName)) written.add(String(command[commandName]));
  });
  if (isShared && isKept) return emptyWritten();
  await mongoose.connection.dropDatabase();
  written.clear();
  await ensureIndexes(models);
  isKept ||= isShared;
}

/** Removes all rows that this process has written. */
export async function emptyWritten(): Promise<void> {
  const names = [...written];
  written.clear();
  await Promise.all(names.map((name) => mongoose.connection.collection(name).deleteMany({})));
}

/** Leaves nothing behind but the indexes of all models. */
export async function closeTestDatabase(): Promise<void> {
  if (mongoose.connection.name === keptName) await emptyWritten();
  else await mongoose.connection.dropDatabase();
  await disconnectDatabase();
}
