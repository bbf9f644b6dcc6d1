import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestClock } from '../../test/test-clock.ts';
import { closeTestDatabase, openTestDatabase } from '../../test/test-database.ts';
import { runLeased, startJobs } from './jobs.ts';
import { acquireLease, LeaseModel, leaseMs, releaseLease, renewLease } from './leases.ts';
import { createLogger } from './logger.ts';

const clock = createTestClock();
beforeAll(() => openTestDatabase('leases', [LeaseModel]));
afterAll(closeTestDatabase);
beforeEach(() => LeaseModel.deleteMany({}));

describe('leases (E3)', () => {
  it('have one holder, however many ask at once', async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, () => acquireLease('sweep', clock)));

    expect(tokens.filter((token) => token !== null)).toHaveLength(1);
  });

  it('pass on when they end, and the old holder can neither renew nor release them', async () => {
    const first = await acquireLease('sweep', clock);
    clock.moveBy(leaseMs);

    const second = await acquireLease('sweep', clock);

    expect(second).not.toBeNull();
    expect(await renewLease('sweep', first ?? '', clock)).toBe(false);
    await releaseLease('sweep', first ?? '');
    expect(await renewLease('sweep', second ?? '', clock)).toBe(true);
  });

  it('stand while they are renewed', async () => {
    const token = await acquireLease('sweep', clock);
    clock.moveBy(leaseMs - 1);
    await renewLease('sweep', token ?? '', clock);
    clock.moveBy(leaseMs - 1);

    expect(await acquireLease('sweep', clock)).toBeNull();
  });

  it('do not outlast a clock that was moved back: nobody can hold one for a day', async () => {
    clock.moveBy(82_800_000);
    await acquireLease('sweep', clock);
    clock.moveBy(-82_800_000);

    expect(await acquireLease('sweep', clock)).not.toBeNull();
  });

  it('stand when the clock of the other process is some seconds behind', async () => {
    await acquireLease('sweep', clock);
    clock.moveBy(-5_000);

    expect(await acquireLease('sweep', clock)).toBeNull();
  });

  it('are given back after a job, also one that failed', async () => {
    const dependencies = { clock, logger: createLogger('silent') };
    const failing = { name: 'sweep', cron: '* * * * * *', run: () => Promise.reject(new Error('no')) };

    await expect(runLeased(failing, dependencies)).rejects.toThrow('no');

    expect(await acquireLease('sweep', clock)).not.toBeNull();
  });

  it('keep two processes from running one job at once', async () => {
    const dependencies = { clock, logger: createLogger('silent') };
    let running = 0;
    let most = 0;
    const job = {
      name: 'sweep',
      cron: '* * * * * *',
      run: async () => {
        running += 1;
        most = Math.max(most, running);
        await LeaseModel.countDocuments();
        running -= 1;
      },
    };

    const ran = await Promise.all(Array.from({ length: 5 }, () => runLeased(job, dependencies)));

    expect(ran.filter(Boolean).length).toBeGreaterThan(0);
    expect(most).toBe(1);
  });
});

describe('jobs of a process that is asked to stop', () => {
  const dependencies = { clock, logger: createLogger('silent') };

  /** A job that has begun and ends when it is told to. */
  async function begin() {
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const run = vi.fn<() => Promise<void>>(() => finished);
    const stop = startJobs([{ name: 'slow', cron: '* * * * * *', run }], dependencies);
    await expect.poll(() => run.mock.calls.length, { timeout: 5_000 }).toBe(1);
    return { stop, finish };
  }

  it('may finish what they are doing', async () => {
    const { stop, finish } = await begin();

    const stopped = stop(10_000);
    finish();

    expect(await stopped).toBe(true);
    expect(await acquireLease('slow', clock)).not.toBeNull();
  });

  it('give their leases back when they take too long, so that another process goes on at once', async () => {
    const { stop, finish } = await begin();

    expect(await stop(50)).toBe(false);

    expect(await acquireLease('slow', clock)).not.toBeNull();
    finish();
  });
});
