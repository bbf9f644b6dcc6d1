import type { Config } from './config/config.ts';
import { createLinkTokens, isAddressProved, isLinkWorthMailing } from './features/auth/index.ts';
import { createUnsubscribeLinks } from './features/unsubscribe/index.ts';
import type { DeliveryDependencies } from './features/notifications/index.ts';
import { createCalendarFileLinks, readOffsets, reasonToSkip, remindersBefore } from './features/sessions/index.ts';
import type { MailTransport } from './gateways/mail/port.ts';
import type { Clock } from './infra/clock.ts';
import type { Logger } from './infra/logger.ts';
import { mailBrand } from './config/mail-brand.ts';

type MailDeliveryParts = { config: Config; clock: Clock; logger: Logger; transport: MailTransport };

/** What the outbox asks of the rest of the product before a mail leaves. */
export function mailDelivery({ config, clock, logger, transport }: MailDeliveryParts): DeliveryDependencies {
  const offsets = readOffsets(config.REMINDER_OFFSETS);
  const linkTokens = createLinkTokens(config.JWT_SECRET);
  return {
    transport,
    clock,
    logger,
    brand: mailBrand(config),
    isAddressProved,
    reasonToSkip: (mail) => reasonToSkip(mail, { now: clock.now(), offsets }),
    remindersBefore: (mail) => remindersBefore(mail, { now: clock.now(), offsets }),
    limits: config.RATE_LIMITS,
    unsubscribeUrl: createUnsubscribeLinks({ secret: config.JWT_SECRET, frontendUrl: config.FRONTEND_URL }).urlFor,
    isLinkWorthMailing: (linkId) => isLinkWorthMailing({ clock, linkTokens }, linkId),
    tokenOf: linkTokens.tokenOf,
    calendarFileUrl: createCalendarFileLinks(config.JWT_SECRET, config.FRONTEND_URL).urlFor,
  };
}
