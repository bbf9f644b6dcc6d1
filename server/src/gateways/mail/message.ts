import { emailSchema } from '@serene/shared/contracts';
import type { OutgoingMail } from './port.ts';

/** Who mails come from and where answers go. */
export type Correspondents = {
  /** The sender, with or without a name: `Serene <noreply@example.com>`. */
  from: string;
  /** Where answers go. */
  replyTo: string;
};

/** Whether a text is one address and nothing else. */
export function isAddress(text: string): boolean {
  return emailSchema.safeParse(text).success;
}

/** The name and the address of a sender such as `Serene <noreply@example.com>`; null for anything else. */
export function parseSender(text: string): { name: string; email: string } | null {
  const named = /^\s*"?([^"<>\p{Cc}]*?)"?\s*<([^<>]+)>\s*$/u.exec(text);
  const [name, email] = named ? [named[1] ?? '', named[2] ?? ''] : ['', text.trim()];
  return isAddress(email) ? { name, email } : null;
}

/** The subject on one line, so that it can start no header of its own. */
export function subjectOf({ subject }: OutgoingMail): string {
  return subject.replace(/\p{Cc}+/gu, ' ');
}

/** The invitation of a mail, for those who put it among its bodies, where mail programs look for it (RFC 6047 §2.4). */
export function invitationOf({ attachments }: OutgoingMail): { method: string; content: string } | null {
  for (const { contentType, content } of attachments) {
    const method = /^text\/calendar\b.*;\s*method=(\w+)/i.exec(contentType)?.[1];
    if (method !== undefined) return { method, content };
  }
  return null;
}

/** The headers that every transport adds. */
export function headersOf({ unsubscribeUrl }: OutgoingMail): Record<string, string> {
  return {
    // Keeps holiday notices away (RFC 3834).
    'Auto-Submitted': 'auto-generated',
    // A button of the mail program that needs no page (RFC 8058 §3.1).
    ...(unsubscribeUrl !== null && {
      'List-Unsubscribe': `<${unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}
