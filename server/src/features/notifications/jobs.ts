import type { Job } from '../../infra/jobs.ts';
import type { DeliveryDependencies } from './deliver.ts';
import { drainOutbox } from './drain-outbox.ts';

/** Sends what is due, each second. */
export function outboxJob(dependencies: DeliveryDependencies): Job {
  return {
    name: 'outbox',
    cron: '* * * * * *',
    run: async () => {
      await drainOutbox(dependencies);
    },
  };
}
