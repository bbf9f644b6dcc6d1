import type { Config } from './config.ts';
import { mailBrand } from './mail-brand.ts';
import { outboxJob } from './features/notifications/index.ts';
import {
  extendHoldsJob,
  processWebhooksJob,
  reconcileJob,
  sendRefundsJob,
  sweepHoldsJob,
} from './features/payments/index.ts';
import { isReminderDue, reminderJob } from './features/sessions/index.ts';
import type { MailTransport } from './gateways/mail/port.ts';
import type { PaymentGateway } from './gateways/payment/port.ts';
import type { Clock } from './infra/clock.ts';
import type { Job } from './infra/jobs.ts';
import type { Logger } from './infra/logger.ts';

type JobDependencies = {
  config: Config;
  clock: Clock;
  logger: Logger;
  gateway: PaymentGateway;
  transport: MailTransport;
};

/** All scheduled work of the product. */
export function createJobs({ config, clock, logger, gateway, transport }: JobDependencies): Job[] {
  const settling = { clock, gateway, logger };
  return [
    extendHoldsJob(settling),
    sweepHoldsJob(clock),
    processWebhooksJob(settling),
    reconcileJob(settling),
    sendRefundsJob(settling),
    reminderJob({ clock, offsets: config.REMINDER_OFFSETS }),
    outboxJob({
      transport,
      clock,
      logger,
      brand: mailBrand(config),
      stillDue: (reminder) => isReminderDue(reminder, clock.now()),
    }),
  ];
}
