import { AppError } from '../../server/src/errors.ts';
import { duplicateKeyFields } from '../../server/src/infra/mongo.ts';
import type { Wish } from './market.ts';
import { judge, type BenchResult } from './result.ts';
import { median } from './statistics.ts';

const racers = 32;
const turns = 5;

/** Holds a slot, or throws when it is taken. */
type Hold = (wish: Wish) => Promise<unknown>;

/** How long it takes until everybody who wants the same hour at once has an answer, beside bare transactions. */
export async function benchRace(sides: { nextWish: () => Wish; api: Hold; bare: Hold }): Promise<BenchResult> {
  const ours: number[] = [];
  const floor: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    ours.push(await race(sides.nextWish, sides.api));
    floor.push(await race(sides.nextWish, sides.bare));
  }
  const name = `${racers} customers hold the same hour, all answered : bare transactions`;
  return judge({ name, value: median(ours), floor: median(floor), limit: null, bound: 'at most', unit: 'ms' });
}

async function race(nextWish: () => Wish, hold: Hold): Promise<number> {
  const { expert, startsAt } = nextWish();
  const wishes = Array.from({ length: racers }, () => ({ ...nextWish(), expert, startsAt }));
  const started = performance.now();
  const held = await Promise.all(wishes.map((wish) => isHeld(wish, hold)));
  const took = performance.now() - started;
  const winners = held.filter(Boolean).length;
  if (winners !== 1) throw new Error(`${winners} customers hold the same hour`);
  return took;
}

async function isHeld(wish: Wish, hold: Hold): Promise<boolean> {
  try {
    await hold(wish);
    return true;
  } catch (error) {
    const isTaken = error instanceof AppError && error.code === 'SLOT_TAKEN';
    if (isTaken || duplicateKeyFields(error) !== null) return false;
    throw error;
  }
}
