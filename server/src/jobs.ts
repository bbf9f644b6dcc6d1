import type { Config } from './config.ts';
import { advanceSessionsJob } from './features/bookings/index.ts';
import { assignInvoiceNumbersJob } from './features/documents/index.ts';
import { invoiceSeller } from './invoice-seller.ts';
import { mailDelivery } from './mail-delivery.ts';
import { outboxJob, removeOldMailsJob } from './features/notifications/index.ts';
import {
  extendHoldsJob,
  followDisputesJob,
  processWebhooksJob,
  reconcileJob,
  sendRefundsJob,
  sweepHoldsJob,
} from './features/payments/index.ts';
import { readOffsets, reminderJob } from './features/sessions/index.ts';
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
  const refunding = { ...settling, supportEmail: config.SUPPORT_EMAIL };
  const offsets = readOffsets(config.REMINDER_OFFSETS);
  return [
    extendHoldsJob(settling),
    sweepHoldsJob({ clock, logger }),
    advanceSessionsJob({ clock, logger }),
    processWebhooksJob(refunding),
    reconcileJob(refunding),
    sendRefundsJob(refunding),
    followDisputesJob(refunding),
    reminderJob({ clock, logger, offsets }),
    assignInvoiceNumbersJob({ clock, logger, seller: invoiceSeller(config) }),
    outboxJob(mailDelivery({ config, clock, logger, transport })),
    removeOldMailsJob({ clock }),
  ];
}
