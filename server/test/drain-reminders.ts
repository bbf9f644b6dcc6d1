import { drainOutbox } from '../src/features/notifications/index.ts';
import { readOffsets } from '../src/features/sessions/index.ts';
import type { MailOutcome, MailTransport, OutgoingMail } from '../src/gateways/mail/port.ts';
import { mailDelivery } from '../src/mail-delivery.ts';
import type { BookingWorld } from './booking-world.ts';

export const offsets = readOffsets(['24h', '1h']);

/** Sends what is due at the world's clock, reminders only while they still are. */
export async function drainReminders(world: BookingWorld, transport: MailTransport): Promise<void> {
  await drainOutbox({
    ...mailDelivery({ config: world.config, clock: world.clock, logger: world.logger, transport }),
    unsubscribeUrl: (readerId) => `https://serene.example.com/unsubscribe/${readerId}`,
    isLinkWorthMailing: () => Promise.resolve(true),
  });
}

/** Sends what is due at the world's clock; everything that has left the house. */
export async function sendDue(world: BookingWorld): Promise<OutgoingMail[]> {
  const sent: OutgoingMail[] = [];
  const send = async (mail: OutgoingMail): Promise<MailOutcome> => {
    sent.push(mail);
    return { status: 'sent' };
  };
  await drainReminders(world, { send, close: () => undefined });
  return sent;
}
