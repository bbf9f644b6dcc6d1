import type { ParsedMail } from 'mailparser';
import { createSmtpTransport } from '../src/gateways/mail/smtp.ts';
import { createJobs } from '../src/jobs.ts';
import type { BookingWorld } from './booking-world.ts';
import { startTestSmtp } from './test-smtp.ts';

export type Mailbox = {
  /** Sends what is due, as the product does, and gives back what has arrived for an address, oldest first. */
  mailsTo(address: string): Promise<ParsedMail[]>;
  empty(): void;
  close(): void;
};

/** A mail server behind the outbox of a world. */
export async function openMailbox(world: BookingWorld): Promise<Mailbox> {
  const smtp = await startTestSmtp();
  const { supportEmail } = world;
  const transport = createSmtpTransport({ smtpUrl: smtp.url, from: 'noreply@example.com', replyTo: supportEmail });
  const { config, clock, logger, gateways } = world;
  const outbox = createJobs({ config, clock, logger, gateways, transport }).find(({ name }) => name === 'outbox');
  if (!outbox) throw new Error('There is no job that sends mail.');
  return {
    mailsTo: async (address) => {
      await outbox.run();
      const mails = await smtp.parsed();
      return mails.filter((_mail, index) => smtp.received[index]?.recipients.includes(address));
    },
    empty: () => {
      smtp.received.length = 0;
    },
    close: () => {
      transport.close();
      smtp.close();
    },
  };
}

/** The token of the link that a mail asks its reader to follow. */
export function tokenIn(mail: ParsedMail | undefined): string {
  const [, token] = /#token=([\w-]+)/.exec(mail?.text ?? '') ?? [];
  if (token === undefined) throw new Error(`The mail has no link with a token: ${mail?.text ?? 'there is none'}`);
  return token;
}
