import { schedule } from 'node-cron';
import type { Clock } from './clock.ts';
import { acquireLease, leaseMs, releaseLease, renewLease } from './leases.ts';
import type { Logger } from './logger.ts';

/** Scheduled work. `run` must stay correct if two processes run it at once. */
export type Job = {
  name: string;
  /** node-cron expression with seconds. */
  cron: string;
  run: () => Promise<void>;
};

type JobDependencies = { clock: Clock; logger: Logger };

/** Starts each job on its schedule, in at most one process at a time. @returns a function that stops and awaits them */
export function startJobs(jobs: readonly Job[], dependencies: JobDependencies): () => Promise<void> {
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
  return async () => {
    for (const task of tasks) await task.destroy();
    await Promise.all(running);
  };
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
    await releaseLease(job.name, token);
  }
}
