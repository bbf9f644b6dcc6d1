import type { Config } from './config/config.ts';
import { advanceSessions } from './features/bookings/index.ts';
import { issueDueDocuments } from './features/documents/index.ts';
import { drainOutbox, removeOldMails } from './features/notifications/index.ts';
import {
  extendHolds,
  followDisputes,
  processWebhooks,
  reconcile,
  sendRefunds,
  sweepHolds,
} from './features/payments/index.ts';
import { readOffsets, remind } from './features/sessions/index.ts';
import type { MailTransport } from './gateways/mail/port.ts';
import type { Gateways } from './gateways/payment/registry.ts';
import type { Clock } from './infra/clock.ts';
import type { Job } from './infra/jobs.ts';
import type { Logger } from './infra/logger.ts';
import { invoiceSeller } from './config/invoice-seller.ts';
import { mailDelivery } from './mail-delivery.ts';

type JobDependencies = {
  config: Config;
  clock: Clock;
  logger: Logger;
  gateways: Gateways;
  transport: MailTransport;
};

/** All scheduled work of the product, and how often it is looked for (seconds first). */
export function createJobs({ config, clock, logger, gateways, transport }: JobDependencies): Job[] {
  const settling = { clock, gateways, logger };
  const refunding = { ...settling, supportEmail: config.SUPPORT_EMAIL };
  const reminding = { clock, logger, offsets: readOffsets(config.REMINDER_OFFSETS) };
  const numbering = { clock, logger, seller: invoiceSeller(config) };
  const delivery = mailDelivery({ config, clock, logger, transport });
  return [
    { name: 'extend-holds', cron: '*/5 * * * * *', run: () => extendHolds(settling) },
    { name: 'sweep-holds', cron: '*/5 * * * * *', run: () => sweepHolds({ clock, logger }) },
    { name: 'advance-sessions', cron: '*/15 * * * * *', run: () => advanceSessions({ clock, logger }) },
    { name: 'process-webhooks', cron: '* * * * * *', run: () => processWebhooks(refunding) },
    { name: 'reconcile', cron: '*/10 * * * * *', run: () => reconcile(refunding) },
    { name: 'send-refunds', cron: '*/5 * * * * *', run: () => sendRefunds(refunding) },
    // Events are the rule; this is for those that were lost.
    { name: 'follow-disputes', cron: '0 17 * * * *', run: () => followDisputes(refunding) },
    { name: 'reminders', cron: '*/15 * * * * *', run: () => remind(reminding) },
    { name: 'assign-invoice-numbers', cron: '*/30 * * * * *', run: () => issueDueDocuments(numbering) },
    { name: 'outbox', cron: '* * * * * *', run: () => drainOutbox(delivery) },
    { name: 'remove-old-mails', cron: '0 23 * * * *', run: () => removeOldMails({ clock }) },
  ];
}
