import { z } from 'zod';
import { createClock } from '../src/infra/clock.ts';
import { createLogger } from '../src/infra/logger.ts';
import { connectDatabase, disconnectDatabase } from '../src/infra/mongo.ts';
import { runMigrations } from './run.ts';

/** Brings the database of MONGODB_URI up to date. */
const { MONGODB_URI } = z.object({ MONGODB_URI: z.string().min(1) }).parse(process.env);

await connectDatabase(MONGODB_URI);
try {
  const ran = await runMigrations({ clock: createClock(), logger: createLogger('warn') });
  process.stdout.write(ran.length === 0 ? 'Nothing to migrate.\n' : `Migrated: ${ran.join(', ')}\n`);
} finally {
  await disconnectDatabase();
}
