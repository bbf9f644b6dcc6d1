import { setTimeout as wait } from 'node:timers/promises';
import type { Tally } from '../tally.ts';

const pollMs = 50;

/**
 * Resolves after so many more answers of the API, or when the run ends. Trouble comes at the pace of what is done, so
 * that a slow machine gets no more of it for each booking than a fast one.
 */
export async function afterAnswers(
  count: number,
  { tally, signal }: { tally: Tally; signal: AbortSignal },
): Promise<void> {
  const answered = () => tally.total('answers') - tally.of('answers', 'none');
  const target = answered() + count;
  while (!signal.aborted && answered() < target) await wait(pollMs);
}
