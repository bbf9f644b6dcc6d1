import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { headersOf, invitationOf, isAddress, subjectOf, type Correspondents } from './message.ts';
import type { MailOutcome, MailTransport, OutgoingMail } from './port.ts';

type SmtpOptions = Correspondents & {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  smtpUrl: string;
  /** Sends nothing, no password either, over a connection that cannot be encrypted. */
  requireTls?: boolean;
  /** Milliseconds, by what is waited for. */
  patience?: { connection: number; reply: number; mail: number };
};

/**
 * A server may take its time after the end of a message (RFC 5321 §4.5.3.2.6). Giving up while it is about to say yes
 * sends the mail twice, so a reply is awaited longer than a connection; the whole mail has a limit too, for a server
 * that drips.
 */
const defaultPatience = { connection: 10_000, reply: 60_000, mail: 120_000 };

/** Delivers mail over SMTP, on connections that are kept open for a while. */
export function createSmtpTransport({
  smtpUrl,
  from,
  replyTo,
  requireTls = false,
  patience = defaultPatience,
}: SmtpOptions): MailTransport {
  const transporter = createTransport({
    url: smtpUrl,
    ...(requireTls && { requireTLS: true }),
    pool: true,
    maxConnections: 4,
    // A repeated mail is the outbox's decision: the pool would send one again whose answer was lost.
    maxRequeues: 0,
    connectionTimeout: patience.connection,
    greetingTimeout: patience.connection,
    dnsTimeout: patience.connection,
    socketTimeout: patience.reply,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      if (!isAddress(mail.to)) return { status: 'refused', reason: 'This is not an email address.' };
      try {
        await transporter.sendMail({ ...messageOf(mail), from, replyTo, signal: AbortSignal.timeout(patience.mail) });
        return { status: 'sent' };
      } catch (error) {
        return classify(error);
      }
    },
    close: () => {
      transporter.close();
    },
  };
}

function messageOf(mail: OutgoingMail) {
  const { messageId, to, html, text, attachments } = mail;
  const invitation = invitationOf(mail);
  return {
    messageId,
    // As an object it is one address; as text it would be parsed as a list.
    to: { name: '', address: to },
    subject: subjectOf(mail),
    html,
    text,
    ...(invitation && {
      alternatives: [
        {
          contentType: `text/calendar; charset=utf-8; method=${invitation.method}`,
          contentTransferEncoding: 'base64' as const,
          content: invitation.content,
        },
      ],
    }),
    attachments: attachments.map(({ filename, contentType, content }) => ({ filename, contentType, content })),
    headers: headersOf(mail),
  };
}

const smtpErrorSchema = z.object({
  message: z.string(),
  code: z.string().nullish(),
  responseCode: z.int().nullish(),
  /** The server's answer in its own words. */
  response: z.string().nullish(),
});

/**
 * A mail is refused for good when the server answers its envelope or its content with 5xx (nodemailer's EENVELOPE and
 * EMESSAGE; also where it finds the envelope impossible by itself), 503 apart, which speaks of the order of commands.
 * All else may pass: 4xx, a lost connection, a time-out, and a 5xx at greeting or sign-in, which is about us.
 */
function classify(error: unknown): MailOutcome {
  const { message, code, responseCode, response } = smtpErrorSchema.parse(error);
  const aboutTheMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const permanent = !responseCode || (responseCode >= 500 && responseCode !== 503);
  return { status: aboutTheMail && permanent ? 'refused' : 'retry', reason: response ?? message };
}
