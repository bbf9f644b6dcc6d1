import { resolve } from 'node:path';
import { readOptions } from './options.ts';
import { formatTally, formatViolations } from './report.ts';
import { runChaos } from './run-chaos.ts';

// `pnpm chaos --seed 1 --minutes 3`: does the product keep its promises when everything fails at once?
const { seed, minutes, customers, beside } = readOptions(process.argv.slice(2));
const say = (line: string) => console.log(line);
say(`Chaos with --seed ${seed} for ${minutes} minutes, ${customers} customers; settling down comes on top.`);
const tally = await runChaos({
  seed,
  customers,
  troubleMs: minutes * 60_000,
  say,
  ...(beside === undefined ? {} : { releaseBefore: resolve(beside) }),
});
say(`\n${formatTally(tally)}\n`);
if (tally.violations.length === 0) {
  say(`No violation. Seed ${seed}.`);
} else {
  console.error(`${tally.violations.length} violations with --seed ${seed}:\n${formatViolations(tally)}`);
  process.exitCode = 1;
}
