import { AppError } from '../src/errors.ts';
import type { VouchedPerson } from '../src/features/auth/index.ts';
import { createClock } from '../src/infra/clock.ts';
import { connectDatabase, disconnectDatabase, ensureIndexes } from '../src/infra/mongo.ts';
import { models } from '../src/models.ts';
import { grant } from './grant.ts';
import { askPassword } from './password.ts';
import { readOrder, usage } from './read-order.ts';

/** Makes an admin or an expert: the first ones of a new database cannot be made in the app. */

const say = (line: string) => {
  process.stdout.write(`${line}\n`);
};

process.exitCode = await main();

async function main(): Promise<number> {
  const read = readOrder(process.argv.slice(2));
  if ('problem' in read) return fail(`${read.problem}\n\n${usage}`);
  const { MONGODB_URI: uri } = process.env;
  if (!uri) return fail(`MONGODB_URI is not set.\n\n${usage}`);
  await connectDatabase(uri);
  try {
    await ensureIndexes(models);
    const password: VouchedPerson['askPassword'] = (account) => askPassword({ input: process.stdin, say, account });
    await grant({ clock: createClock(), askPassword: password, say }, read.order);
    return 0;
  } catch (error) {
    if (error instanceof AppError)
      return fail(error.code === 'FORBIDDEN' ? `${error.message}\n\n${usage}` : error.message);
    throw error;
  } finally {
    await disconnectDatabase();
  }
}

function fail(problem: string): number {
  process.stderr.write(`${problem}\n`);
  return 1;
}
