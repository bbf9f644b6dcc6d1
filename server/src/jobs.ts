import type { Config } from './config.ts';
import { createLinkTokens, isLinkWorthMailing } from './features/auth/index.ts';
import { advanceSessionsJob } from './features/bookings/index.ts';
import { assignInvoiceNumbersJob } from './features/documents/index.ts';
import { invoiceSeller } from './invoice-seller.ts';
import { mailBrand } from './mail-brand.ts';
import { createUnsubscribeLinks } from './features/mails/index.ts';
import { outboxJob, removeOldMailsJob } from './features/notifications/index.ts';
import {
  extendHoldsJob,
  followDisputesJob,
  processWebhooksJob,
  reconcileJob,
  sendRefundsJob,
  sweepHoldsJob,
} from './features/payments/index.ts';
import { isReminderDue, readOffsets, reminderJob } from './features/sessions/index.ts';
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
  const linkTokens = createLinkTokens(config.JWT_SECRET);
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
    outboxJob({
      transport,
      clock,
      logger,
      brand: mailBrand(config),
      stillDue: (reminder) => isReminderDue(reminder, { now: clock.now(), offsets }),
      unsubscribeUrl: createUnsubscribeLinks({ secret: config.JWT_SECRET, frontendUrl: config.FRONTEND_URL }).urlFor,
      isLinkWorthMailing: (linkId) => isLinkWorthMailing({ clock, linkTokens }, linkId),
      tokenOf: linkTokens.tokenOf,
    }),
    removeOldMailsJob({ clock }),
  ];
}
