/** Seconds between the deliveries of an event that nobody acknowledges, as users measured them: 16 in 22.8 h. */
const gapSeconds = [0.23, 5.8, 13, 20, 43, 82, 162, 324, 643, 1283, 2563, 5127, 10_241, 20_481, 40_964];

/** These two are not hurried: their first retry comes after seconds, not at once. */
const unhurried = new Set(['refund.created', 'payment.failed']);

/**
 * Milliseconds until the next delivery after `attempts` failed ones, or null when it is time to give up.
 * `scale` compresses the ladder: 0.001 turns its 22.8 hours into 82 seconds.
 */
export function retryDelayMs(event: string, attempts: number, scale: number): number | null {
  const gap = gapSeconds[attempts - 1 + (unhurried.has(event) ? 1 : 0)];
  return gap === undefined ? null : gap * 1000 * scale;
}
