import { setTimeout as wait } from 'node:timers/promises';
import mongoose from 'mongoose';
import type { Clock } from '../src/infra/clock.ts';
import { runLeased } from '../src/infra/jobs.ts';
import type { Logger } from '../src/infra/logger.ts';
import { ensureIndexes } from '../src/infra/mongo.ts';
import { models } from '../src/models.ts';
import { defaultHours } from './0001-default-hours.ts';
import { knownAddresses } from './0002-known-addresses.ts';
import { signInIds } from './0003-sign-in-ids.ts';
import type { Migration } from './migration.ts';

/** In the order in which they run. */
export const migrations: readonly Migration[] = [defaultHours, knownAddresses, signInIds];

const leasePollMs = 500;

/**
 * Runs the migrations that this database has not seen, then creates and verifies all indexes. Of several processes that
 * start at once one works and the others wait for it.
 * @returns the ids of those that ran here
 */
export async function runMigrations(
  dependencies: { clock: Clock; logger: Logger },
  list: readonly Migration[] = migrations,
): Promise<string[]> {
  let ran: string[] = [];
  const run = async () => {
    ran = await runPending(dependencies.clock, list);
    // After the data: a unique index cannot be built over what a migration has yet to repair.
    await ensureIndexes(models);
  };
  while (!(await runLeased({ name: 'migrations', run }, dependencies))) await wait(leasePollMs);
  return ran;
}

async function runPending(clock: Clock, list: readonly Migration[]): Promise<string[]> {
  const { connection } = mongoose;
  const notes = connection.collection<{ _id: string; ranAt: Date }>('migrations');
  const ran: string[] = [];
  for (const migration of list) {
    if (await notes.findOne({ _id: migration.id })) continue;
    await migration.up(connection);
    await notes.updateOne({ _id: migration.id }, { $set: { ranAt: clock.now() } }, { upsert: true });
    ran.push(migration.id);
  }
  return ran;
}
