import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { headersOf, invitationOf, isAddress, parseSender, subjectOf, type Correspondents } from './message.ts';
import type { MailOutcome, MailTransport, OutgoingMail } from './port.ts';
import { inWords, postJson, readJson, type Answer } from './post-json.ts';

type SendGridOptions = Correspondents & {
  apiKey: string;
  /** Ids of dynamic templates by the name of ours they replace. */
  templates: Readonly<Record<string, string>>;
  baseUrl?: string;
  timeoutMs?: number;
};

/**
 * Delivers mail by SendGrid's Mail Send API (https://www.twilio.com/docs/sendgrid/api-reference/mail-send). It knows no
 * idempotency: a mail whose answer was lost may go out again, under the same Message-ID.
 * @throws AppError INTERNAL when `from` is no sender
 */
export function createSendGridTransport(options: SendGridOptions): MailTransport {
  const { apiKey, templates, replyTo, baseUrl = 'https://api.sendgrid.com', timeoutMs = 30_000 } = options;
  const sender = parseSender(options.from);
  if (!sender) throw new AppError('INTERNAL', 'The sender of emails is not an address.');
  const { name, email } = sender;
  const common = { from: name === '' ? { email } : { email, name }, reply_to: { email: replyTo } };
  return {
    send: (mail) => {
      if (!isAddress(mail.to)) return Promise.resolve({ status: 'refused', reason: 'This is not an email address.' });
      const body = { ...common, ...messageOf(mail, templates[mail.source.template]) };
      return postJson({ url: new URL('/v3/mail/send', baseUrl).href, apiKey, body, timeoutMs }, judge);
    },
    close: () => undefined,
  };
}

function messageOf(mail: OutgoingMail, templateId: string | undefined) {
  const { to, html, text, attachments, messageId, source } = mail;
  const subject = subjectOf(mail);
  const invitation = invitationOf(mail);
  const recipient = { to: [{ email: to }] };
  const content =
    templateId === undefined
      ? {
          personalizations: [recipient],
          content: [
            { type: 'text/plain', value: text },
            { type: 'text/html', value: html },
            // Here the API keeps the method, which it refuses in an attachment's type.
            ...(invitation ? [{ type: `text/calendar; method=${invitation.method}`, value: invitation.content }] : []),
          ],
        }
      : {
          // The template has a subject of its own, which may print ours.
          personalizations: [
            {
              ...recipient,
              dynamic_template_data: { subject, text, html, ...sharedNames(source.data), data: source.data },
            },
          ],
          template_id: templateId,
        };
  return {
    ...content,
    subject,
    headers: { ...headersOf(mail), 'Message-ID': messageId },
    ...(attachments.length > 0 && { attachments: attachments.map(toAttachment) }),
    // Links would lead through the service, and it would learn who opens what.
    tracking_settings: {
      click_tracking: { enable: false, enable_text: false },
      open_tracking: { enable: false },
    },
  };
}

const sharedSchema = z.object({
  customer: z.object({ name: z.string(), timezone: z.string().optional() }).optional(),
  expert: z.object({ name: z.string() }).optional(),
  title: z.string().nullish(),
  duration: z.number().optional(),
  startsAt: z.date().optional(),
});

/**
 * The names that templates of other booking products print, so that those can be taken over: `startTime` is ISO 8601 in
 * UTC, which SendGrid's `formatDate` shows in `timezone`, the customer's.
 */
function sharedNames(data: unknown): Record<string, string> {
  const { success, data: known } = sharedSchema.safeParse(data);
  if (!success) return {};
  const { customer, expert, title, duration, startsAt } = known;
  const sessionTitle = title ?? (duration && expert ? `${duration} minutes with ${expert.name}` : undefined);
  const names = {
    clientName: customer?.name,
    builderName: expert?.name,
    sessionTitle,
    startTime: startsAt?.toISOString(),
    timezone: customer?.timezone,
  };
  return Object.fromEntries(Object.entries(names).flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
}

function toAttachment({ filename, contentType, content }: OutgoingMail['attachments'][number]) {
  return {
    filename,
    // Parameters of a type are refused by this API; the file says its method itself.
    type: contentType.split(';')[0]?.trim() ?? contentType,
    content: Buffer.from(content).toString('base64'),
    disposition: 'attachment',
  };
}

const errorsSchema = z.object({
  errors: z.array(z.object({ message: z.string(), field: z.string().nullish() })).min(1),
});

/** A complaint about the recipient or the content is about the mail; about the key, sender or template it is about us. */
function judge(answer: Answer): MailOutcome {
  if (answer.status === 200 || answer.status === 202) return { status: 'sent' };
  const parsed = errorsSchema.safeParse(readJson(answer));
  const errors = parsed.success ? parsed.data.errors : [];
  const aboutTheMail = errors.some(({ field }) => /^(personalizations|content|attachments|subject)/.test(field ?? ''));
  const refused = answer.status === 413 || (answer.status === 400 && aboutTheMail);
  return { status: refused ? 'refused' : 'retry', reason: inWords(answer, errors[0]?.message) };
}
