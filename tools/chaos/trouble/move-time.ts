import type { Role, World } from '../actors/world.ts';
import { afterAnswers } from './pace.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** Past a lease, an early rung, a hold, the next rungs; seldom over so long that reminders and sessions fall due. */
const jumps = { lease: 10, rung: 6, hold: 6, hour: 3, 'half a day': 1 };
const lengthMs = {
  lease: 40 * secondMs,
  rung: 2.5 * minuteMs,
  hold: 11 * minuteMs,
  hour: 65 * minuteMs,
  'half a day': 11 * hourMs,
};

/** Lets the clock of everybody jump ahead now and then, until the run ends. @param jumped gets the moment of each jump */
export async function moveTime({ stack, tally }: World, { random, signal }: Role, jumped: () => void): Promise<void> {
  while (!signal.aborted) {
    await afterAnswers(random.between(60, 180), { tally, signal });
    stack.clock.moveBy(lengthMs[random.weighted(jumps)]);
    jumped();
  }
}
