import { type AddressObject, type Attachment, simpleParser } from 'mailparser';
import { z } from 'zod';

const attachmentSchema = z.object({
  filename: z.string(),
  contentType: z.string(),
  /** As text for `text/*` (a calendar file, say), otherwise base64. */
  content: z.string(),
});

/** A mail that arrived, as `GET /api/messages` shows it. */
export const messageSchema = z.object({
  id: z.string(),
  receivedAt: z.iso.datetime(),
  /** The addresses of the `From`, `To` and `Reply-To` headers without names, several parted by `, `. */
  from: z.string(),
  to: z.string(),
  replyTo: z.string(),
  /** Whom the sender named to the mail server, blind copies included. */
  recipients: z.array(z.string()),
  subject: z.string(),
  messageId: z.string(),
  html: z.string(),
  text: z.string(),
  /** Every header by its name in lower case; one that comes several times is joined by `, `. */
  headers: z.record(z.string(), z.string()),
  attachments: z.array(attachmentSchema),
});

export type Message = z.infer<typeof messageSchema>;
export type MessageAttachment = z.infer<typeof attachmentSchema>;

type Arrival = { id: string; receivedAt: Date; recipients: string[] };

/** Reads a mail as it came over the wire. A body that the mail does not have is an empty string. */
export async function parseMessage(raw: Buffer, { id, receivedAt, recipients }: Arrival): Promise<Message> {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
  return {
    id,
    receivedAt: receivedAt.toISOString(),
    from: addresses(mail.from),
    to: addresses(mail.to),
    replyTo: addresses(mail.replyTo),
    recipients,
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    html: body(mail.html),
    text: body(mail.text),
    headers: headersOf(mail.headerLines),
    attachments: mail.attachments.filter(isFile).map(toAttachment),
  };
}

/** Without the line end that SMTP puts after a body. */
function body(content: string | false | undefined): string {
  return content === false || content === undefined ? '' : content.replace(/\n+$/, '');
}

/** The bytes of an attachment, as they were sent (text: in UTF-8). */
export function attachmentBytes({ contentType, content }: MessageAttachment): Buffer {
  return Buffer.from(content, isText(contentType) ? 'utf8' : 'base64');
}

function toAttachment({ filename, contentType, content }: Attachment): MessageAttachment {
  return {
    filename: filename ?? 'unnamed',
    contentType,
    content: content.toString(isText(contentType) ? 'utf8' : 'base64'),
  };
}

/** An invitation among the bodies is no file: the parser lists it as one without a name. */
function isFile({ filename, contentType }: Attachment): boolean {
  return filename !== undefined || contentType !== 'text/calendar';
}

function isText(contentType: string): boolean {
  return contentType.startsWith('text/');
}

function addresses(field: AddressObject | AddressObject[] | undefined): string {
  return [field ?? []]
    .flat()
    .flatMap(({ value }) => value)
    .flatMap((entry) => entry.group ?? [entry])
    .map(({ address }) => address ?? '')
    .filter((address) => address !== '')
    .join(', ');
}

function headersOf(lines: readonly { key: string; line: string }[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { key, line } of lines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replaceAll(/\r?\n\s+/g, ' ')
      .trim();
    headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`;
  }
  return headers;
}
