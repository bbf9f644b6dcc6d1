import { setTimeout as wait } from 'node:timers/promises';
import type { Role, World } from '../actors/world.ts';
import { killPoints, type KillPoint } from '../api/kill-points.ts';
import { StartError } from '../../dev/start-error.ts';
import type { Random } from '../random.ts';
import type { Stack } from '../stack/start-stack.ts';
import { afterAnswers } from './pace.ts';
import type { ApiProcess, Life } from '../stack/api-process.ts';

const freePauseMs = 500;
const pointNames = Object.keys(killPoints) as KillPoint[];

/**
 * Keeps an API process going from one death to the next: each life is armed to end at a point, and where the point is
 * not reached in time, it ends at any moment. Resolves after the run has ended, with the process dead.
 * @param killed gets the moment of each kill
 */
export async function killAgainAndAgain(
  { stack, tally }: World,
  { random, signal, api }: Role & { api: ApiProcess },
  killed: () => void,
): Promise<void> {
  while (!signal.aborted) {
    const life: Life = api.isOfReleaseBefore ? {} : { dieAt: choosePoint(random) };
    if (!(await whileFreeingRows(stack.database, () => startsUp(api, stack, life)))) {
      tally.count('did', 'a process started without a database');
      continue;
    }
    // One after the other, as a rule: with both down at once nothing happens that could go wrong.
    if (random.chance(0.9)) await untilOtherIsUp(stack.apis, { api, signal });
    await afterAnswers(random.between(80, 320), { tally, signal });
    if (life.dieAt) api.arm();
    const death = await api.diesBefore(afterAnswers(random.between(150, 600), { tally, signal }));
    if (death === null) await api.kill();
    tally.count('kills', death?.kind === 'point' ? death.point : 'at random');
    if (death?.kind === 'crash') {
      tally.violate('a process ended by itself', `${JSON.stringify(death.exit)}; see the log`);
    }
    killed();
    await stack.database.freeRowsOfTheDead().catch(ignoreWhileDown);
  }
  await api.kill();
}

function choosePoint(random: Random): { point: KillPoint; after: number } {
  const point = random.pick(pointNames);
  return { point, after: random.between(0, killPoints[point].most) };
}

async function untilOtherIsUp(
  apis: readonly ApiProcess[],
  { api, signal }: { api: ApiProcess; signal: AbortSignal },
): Promise<void> {
  const others = apis.filter((other) => other !== api);
  while (!signal.aborted && others.some((other) => !other.isUp())) await wait(20);
}

/**
 * Frees rows of the dead until the next process is up: a command that the dead had sent may be read late, and its locks
 * could keep the embedded database from answering anybody, the process that starts included.
 */
async function whileFreeingRows<T>(database: Stack['database'], work: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const freeing = (async () => {
    while (!done.signal.aborted) {
      await database.freeRowsOfTheDead().catch(ignoreWhileDown);
      await wait(freePauseMs, undefined, { signal: done.signal }).catch(() => undefined);
    }
  })();
  try {
    return await work();
  } finally {
    done.abort();
    await freeing;
  }
}

/** Without a database a process ends at once, and whoever runs it starts it again. */
async function startsUp(api: ApiProcess, { database }: Stack, life: Life): Promise<boolean> {
  const before = database.changes();
  try {
    await api.start(life);
    return true;
  } catch (error) {
    if (!(error instanceof StartError) || database.changes() === before) throw error;
    return false;
  }
}

/** Kills the database at long intervals and starts it again, until the run ends. */
export async function killDatabase(
  { stack, tally }: World,
  { random, signal }: Role,
  killed: () => void,
): Promise<void> {
  for (;;) {
    await wait(random.between(25_000, 45_000), undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    killed();
    await stack.database.crash();
    tally.count('kills', 'the database');
    killed();
  }
}

/** With the database itself dead, nobody's rows are locked any more. */
function ignoreWhileDown(error: unknown): void {
  if (!(error instanceof Error) || !/MongoServerSelection|MongoNetwork/.test(error.name)) throw error;
}
