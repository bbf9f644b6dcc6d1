import { setTimeout as wait } from 'node:timers/promises';
import type { Role, World } from '../actors/world.ts';
import { killPoints, type KillPoint } from '../api/kill-points.ts';
import type { ApiProcess } from '../stack/api-process.ts';

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
    const point = random.pick(pointNames);
    const { least, most } = killPoints[point];
    await api.start({ dieAt: { point, after: random.between(least, most) } });
    // One after the other, as a rule: with both down at once nothing happens that could go wrong.
    if (random.chance(0.9)) await untilOtherIsUp(stack.apis, { api, signal });
    api.arm();
    const death = await api.diesWithin(random.between(3_000, 8_000));
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

async function untilOtherIsUp(
  apis: readonly ApiProcess[],
  { api, signal }: { api: ApiProcess; signal: AbortSignal },
): Promise<void> {
  const others = apis.filter((other) => other !== api);
  while (!signal.aborted && others.some((other) => !other.isUp())) await wait(20);
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
