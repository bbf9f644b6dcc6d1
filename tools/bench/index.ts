import { fileURLToPath } from 'node:url';
import { startDatabase } from '../dev/database/index.ts';
import { benchAvailability } from './availability.ts';
import { benchBooking } from './booking.ts';
import { benchMails } from './mails.ts';
import { benchReminders } from './reminders.ts';
import type { BenchResult } from './result.ts';
import { benchScheduling } from './scheduling.ts';
import { formatTable } from './table.ts';

// `pnpm bench` measures what is promised about speed; `pnpm bench --large` does so with a million claims and sessions.
const many = process.argv.includes('--large') ? 1_000_000 : 100_000;
const cacheDir = fileURLToPath(new URL('../../.cache', import.meta.url));
const say = (line: string) => console.log(line);

const results = await measure();
console.log(`\n${formatTable(results)}`);
const missed = results.filter(({ ok }) => !ok);
if (missed.length > 0) {
  console.error(`\n${missed.length} of the promised ratios missed.`);
  process.exit(1);
}

async function measure(): Promise<BenchResult[]> {
  say('Slot engine…');
  const scheduling = await benchScheduling();
  const database = await startDatabase({ cacheDir, say });
  try {
    say(`Database: ${database.description}`);
    const { uri } = database;
    const availability = await benchAvailability({ uri, manyClaims: many, say });
    const booking = await benchBooking({ uri, say });
    const mails = await benchMails({ uri, say });
    const reminders = await benchReminders({ uri, manySessions: many, say });
    return [...scheduling, ...availability, ...booking, ...mails, ...reminders];
  } finally {
    await database.stop();
  }
}
