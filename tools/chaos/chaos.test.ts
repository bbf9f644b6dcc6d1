import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runChaos } from './run-chaos.ts';
import type { Tally } from './tally.ts';

/** Some seconds on an idle machine, more on a busy one. */
const longestMs = 120_000;
const limitMs = 5 * 60_000;

/** A short run; `pnpm chaos` is the long one. */
function runShortly(plan: { confirmed: number; kills: number; entry?: string }): Promise<Tally> {
  const { entry } = plan;
  return runChaos({
    seed: 20_260_112,
    customers: 12,
    troubleMs: longestMs,
    isEnough: (tally) => tally.of('did', 'was confirmed') >= plan.confirmed && tally.total('kills') >= plan.kills,
    say: () => undefined,
    ...(entry === undefined ? {} : { entry }),
  });
}

describe('the product in trouble', () => {
  it(
    'loses no money, gives no time twice, and sends each mail once, whatever dies (promises 1 to 3)',
    async () => {
      const tally = await runShortly({ confirmed: 5, kills: 3 });

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

      // Many, since some are cancelled and others over when everything has settled down, and only sessions that are still on
      // own their time.
      const tally = await runShortly({ confirmed: 25, kills: 0, entry });

      const rules = new Set(tally.violations.map(({ rule }) => rule));
      expect(rules).toContain('a live session does not own its time');
    },
    limitMs,
  );
});
