import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startDatabase } from '../dev/database/index.ts';
import { benchAvailability } from './availability.ts';
import { benchBooking } from './booking.ts';
import { benchMails } from './mails.ts';
import { benchReminders } from './reminders.ts';
import type { BenchResult } from './result.ts';
import { benchScheduling } from './scheduling.ts';
import { formatTable } from './table.ts';

// `pnpm bench` measures what is promised about speed; `pnpm bench --large` does so with a million claims and sessions,
// `pnpm bench --only booking` measures one part.
const { values } = parseArgs({ options: { large: { type: 'boolean', default: false }, only: { type: 'string' } } });
const many = values.large ? 1_000_000 : 100_000;
const cacheDir = fileURLToPath(new URL('../../.cache', import.meta.url));
const say = (line: string) => console.log(line);

type Part = (uri: string) => Promise<BenchResult[]>;
const parts: Record<string, Part> = {
  engine: () => benchScheduling(),
  availability: (uri) => benchAvailability({ uri, manyClaims: many, say }),
  booking: (uri) => benchBooking({ uri, say }),
  mails: (uri) => benchMails({ uri, say }),
  reminders: (uri) => benchReminders({ uri, manySessions: many, say }),
};

const results = await measure(choose(values.only));
const missed = results.filter(({ ok }) => !ok);
if (missed.length > 0) {
  console.error(`\n${missed.length} of the promised ratios missed.`);
  process.exit(1);
}

/** All parts, or the one that was asked for. */
function choose(only: string | undefined): [name: string, part: Part][] {
  const chosen = Object.entries(parts).filter(([name]) => only === undefined || name === only);
  if (chosen.length > 0) return chosen;
  console.error(`There is no part "${only}". Choose one of: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

/** Each part's figures are shown as they are known: the whole takes half an hour. */
async function measure(chosen: readonly [name: string, part: Part][]): Promise<BenchResult[]> {
  const database = await startDatabase({ cacheDir, say });
  const measured: BenchResult[] = [];
  try {
    say(`Database: ${database.description}`);
    for (const [name, part] of chosen) {
      say(`${name}…`);
      const found = await part(database.uri);
      say(`\n${formatTable(found)}\n`);
      measured.push(...found);
    }
    return measured;
  } finally {
    await database.stop();
  }
}
