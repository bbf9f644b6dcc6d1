import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runChaos } from './run-chaos.ts';
import type { Tally } from './tally.ts';

/** Some seconds on an idle machine, minutes on a busy one. */
const longestMs = 4 * 60_000;
const limitMs = 10 * 60_000;

/** A short run; `pnpm chaos` is the long one. */
function runShortly(isEnough: (tally: Tally) => boolean, entry?: string): Promise<Tally> {
  return runChaos({
    seed: 20_260_112,
    customers: 12,
    troubleMs: longestMs,
    isEnough,
    say: () => undefined,
    ...(entry === undefined ? {} : { entry }),
  });
}

describe('the product in trouble', () => {
  it(
    'loses no money, gives no time twice, and sends each mail once, whatever dies (promises 1 to 3)',
    async () => {
      const tally = await runShortly((done) => done.of('did', 'was confirmed') >= 5 && done.total('kills') >= 3);

      expect(tally.violations).toEqual([]);
      expect(tally.of('outcome', 'bookings settled')).toBeGreaterThan(0);
      expect(tally.total('kills')).toBeGreaterThan(0);
    },
    limitMs,
  );

  it(
    'is found out when settling is broken, so the check above can fail',
    async () => {
      const entry = fileURLToPath(new URL('./api/broken-settle.test-support.ts', import.meta.url));

      // Only sessions that are still on own their time. Some are cancelled, so there must be a few.
      const tally = await runShortly((done) => done.of('did', 'was confirmed far ahead') >= 6, entry);

      const rules = new Set(tally.violations.map(({ rule }) => rule));
      expect(rules).toContain('a live session does not own its time');
    },
    limitMs,
  );
});
