import { bookingMailData, brand, tokenOf } from '../../../../test/mail-data.ts';
import type { MailContext, RenderedMail } from '../layout/content.ts';
import { templates, type MailTemplate } from './index.ts';

/** A mail as it is sent on Monday, 12 January 2026, 11:30 in Kolkata, unless said otherwise. */
export function render(
  template: MailTemplate,
  data: unknown = bookingMailData(),
  sending: Date | (Partial<MailContext> & { isProved?: boolean }) = {},
): RenderedMail {
  const usual = { brand, now: new Date('2026-01-12T06:00:00Z'), remindersBefore: [24 * 60, 60], tokenOf };
  const context = { ...usual, isProved: true, ...(sending instanceof Date ? { now: sending } : sending) };
  const { data: _printed, ...mail } = templates[template].render(data, context);
  return { ...mail, subject: unbroken(mail.subject), text: unbroken(mail.text), html: unbroken(mail.html) };
}

// Amounts hold a space that does not break, and names one without width; tests are easier to read without them.
const unbroken = (text: string) => text.replaceAll('\u00A0', ' ').replaceAll('\u200B', '');

export const page = 'https://serene.example.com/sessions/65f0c0ffee00000000000001';
export const expertPage = 'https://serene.example.com/experts/meera-nair';
export const { customer, expert } = bookingMailData();
export const inNewYork = { ...customer, timezone: 'America/New_York' };
