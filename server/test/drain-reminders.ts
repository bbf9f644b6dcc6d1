import { drainOutbox } from '../src/features/notifications/index.ts';
import { isReminderDue, readOffsets } from '../src/features/sessions/index.ts';
import type { MailTransport } from '../src/gateways/mail/port.ts';
import { mailBrand } from '../src/mail-brand.ts';
import type { BookingWorld } from './booking-world.ts';
import { tokenOf } from './mail-data.ts';

export const offsets = readOffsets(['24h', '1h']);

/** Sends what is due at the world's clock, reminders only while they still are. */
export async function drainReminders(world: BookingWorld, transport: MailTransport): Promise<void> {
  await drainOutbox({
    transport,
    clock: world.clock,
    logger: world.logger,
    brand: mailBrand(world.config),
    stillDue: (reminder) => isReminderDue(reminder, { now: world.clock.now(), offsets }),
    unsubscribeUrl: (readerId) => `https://serene.example.com/unsubscribe/${readerId}`,
    isLinkWorthMailing: () => Promise.resolve(true),
    tokenOf,
  });
}
