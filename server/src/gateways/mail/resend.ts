import { z } from 'zod';
import { headersOf, isAddress, subjectOf, type Correspondents } from './message.ts';
import type { MailOutcome, MailTransport, OutgoingMail } from './port.ts';
import { inWords, postJson, readJson, type Answer } from './post-json.ts';

type ResendOptions = Correspondents & { apiKey: string; baseUrl?: string; timeoutMs?: number };

/**
 * Delivers mail by Resend's API (https://resend.com/docs/api-reference/emails/send-email). Its idempotency key is our
 * Message-ID, so a mail whose answer was lost is not sent again within a day. It knows no bodies but HTML and text: an
 * invitation is an attachment there, whose type names its method.
 */
export function createResendTransport(options: ResendOptions): MailTransport {
  const { apiKey, from, replyTo, baseUrl = 'https://api.resend.com', timeoutMs = 30_000 } = options;
  const url = new URL('/emails', baseUrl).href;
  return {
    send: (mail) => {
      if (!isAddress(mail.to)) return Promise.resolve({ status: 'refused', reason: 'This is not an email address.' });
      const headers = { 'Idempotency-Key': mail.messageId };
      const body = { from, reply_to: replyTo, ...messageOf(mail) };
      return postJson({ url, apiKey, headers, body, timeoutMs }, judge);
    },
    close: () => undefined,
  };
}

function messageOf(mail: OutgoingMail) {
  const { to, html, text, attachments, messageId } = mail;
  return {
    to: [to],
    subject: subjectOf(mail),
    html,
    text,
    headers: { ...headersOf(mail), 'Message-ID': messageId },
    ...(attachments.length > 0 && {
      attachments: attachments.map(({ filename, contentType, content }) => ({
        filename,
        content_type: contentType,
        content: Buffer.from(content).toString('base64'),
      })),
    }),
  };
}

const errorSchema = z.object({ name: z.string(), message: z.string() });

/** What these say of a request is about our settings, not about the mail. */
const aboutUs: ReadonlySet<string> = new Set(['invalid_from_address', 'invalid_access', 'invalid_idempotency_key']);

function judge(answer: Answer): MailOutcome {
  if (answer.status === 200) return { status: 'sent' };
  const parsed = errorSchema.safeParse(readJson(answer));
  const name = parsed.success ? parsed.data.name : '';
  // The key is kept for mails that were sent: this one was, when its words were those of that moment ("tomorrow").
  if (answer.status === 409 && name === 'invalid_idempotent_request') return { status: 'sent' };
  const refused = [400, 413, 422].includes(answer.status) && parsed.success && !aboutUs.has(name);
  const reason = inWords(answer, parsed.success ? parsed.data.message : undefined);
  return { status: refused ? 'refused' : 'retry', reason };
}
