import { setTimeout as wait } from 'node:timers/promises';
import { schedule } from 'node-cron';
import type { Clock } from './clock.ts';
import { acquireLease, leaseMs, releaseLease, renewLease } from './leases.ts';
import type { Logger } from './logger.ts';

/** Scheduled work. `run` must stay correct if two processes run it at once. */
export type Job = {
  name: string;
  /** node-cron expression with seconds. */
  cron: string;
  run: () => Promise<unknown>;
};

type JobDependencies = { clock: Clock; logger: Logger };

/**
 * Ends the jobs: no run begins any more, and those at work may finish within `graceMs`. The leases of the others are
 * given back, so that another process goes on at once; a job stays correct if two run it (rule E3).
 * @returns whether all finished
 */
export type StopJobs = (graceMs: number) => Promise<boolean>;

/** Starts each job on its schedule, in at most one process at a time. @returns a function that stops and awaits them */
export function startJobs(jobs: readonly Job[], dependencies: JobDependencies): StopJobs {
  const running = new Set<Promise<void>>();
  const tasks = jobs.map((job) =>
    schedule(
      job.cron,
      async () => {
        const run = runLogged(job, dependencies);
        running.add(run);
        await run;
        running.delete(run);
      },
      { noOverlap: true, name: job.name, logger: cronLogger(dependencies.logger, job.name) },
    ),
  );
  return async (graceMs) => {
    for (const task of tasks) await task.destroy();
    if (await endsWithin(graceMs, Promise.all(running))) return true;
    await releaseHeldLeases();
    return false;
  };
}

/** @returns false when the work takes longer */
async function endsWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  const timer = new AbortController();
  const late = wait(ms, false, { signal: timer.signal }).catch(() => false);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    timer.abort();
  }
}

/** A tick that finds the last run still at work is no news: a busy job simply goes on. */
function cronLogger(logger: Logger, job: string) {
  return {
    debug: (message: string | Error) => logger.debug({ job }, `${message}`),
    info: (message: string) => logger.debug({ job }, message),
    warn: (message: string) => logger.debug({ job }, message),
    error: (message: string | Error, cause?: Error) => logger.error({ job, err: cause }, `${message}`),
  };
}

async function runLogged(job: Job, dependencies: JobDependencies): Promise<void> {
  try {
    await runLeased(job, dependencies);
  } catch (error) {
    // The next tick tries again; a job that fails must not end the process.
    dependencies.logger.error({ err: error, job: job.name }, 'job failed');
  }
}

/** Runs a job once if its lease is free, renewing the lease while it works. @returns whether it ran */
export async function runLeased(job: Pick<Job, 'name' | 'run'>, { clock, logger }: JobDependencies): Promise<boolean> {
  const token = await acquireLease(job.name, clock);
  if (token === null) return false;
  held.set(token, job.name);
  const renewal = setInterval(() => {
    renewLease(job.name, token, clock).catch((error: unknown) => {
      logger.warn({ err: error, job: job.name }, 'lease not renewed');
    });
  }, leaseMs / 3);
  try {
    await job.run();
    return true;
  } finally {
    clearInterval(renewal);
    held.delete(token);
    await releaseLease(job.name, token);
  }
}

/** The leases of the jobs that this process is running: token to name. */
const held = new Map<string, string>();

async function releaseHeldLeases(): Promise<void> {
  for (const [token, name] of held) await releaseLease(name, token);
}
