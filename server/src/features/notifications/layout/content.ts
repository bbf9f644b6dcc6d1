import type { CalendarService } from '@serene/shared/calendar';
import type { Language, ReaderLocale } from '../reader-locale.ts';

/** What is the same in every mail of an installation. */
export type MailBrand = {
  name: string;
  supportEmail: string;
  /** The address that mails come from: calendar programs want it to be the organiser's (RFC 6047 §2.3). */
  senderEmail: string;
  /** Origin of the web app; mails link to nothing else. */
  frontendUrl: string;
};

/** What the layout puts around the content of a mail, and in which language. */
export type MailSurroundings = { brand: MailBrand; language: Language };

/** The address of a session's calendar file, for one of its two people; with a service, of its entry there. */
export type CalendarFileUrl = (
  file: { sessionId: string; reader: 'customer' | 'expert' },
  service?: CalendarService,
) => string;

/** What a template knows besides its data. */
export type MailContext = {
  brand: MailBrand;
  /** How its reader is written to. */
  locale: ReaderLocale;
  /** The moment of sending. */
  now: Date;
  /** Which reminders will come to the reader: minutes before the session, longest first. Absent where there are none. */
  remindersBefore?: readonly number[];
  /** Where the reader switches off mails of this kind; null for mails that nobody can switch off. */
  unsubscribeUrl?: string | null;
  /** The token of a link that works once, from its id: mails carry it, and no row holds it. */
  tokenOf: (linkId: string) => string;
  /** A link to the calendar file of a session that needs no sign-in. Absent where nothing is signed. */
  calendarFileUrl?: CalendarFileUrl | undefined;
};

export type MailLink = { label: string; url: string };

/** A piece of a mail. All strings are plain text; the renderers escape. */
export type MailBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'details'; title: string; rows: [label: string, value: string][] }
  | { kind: 'steps'; title: string; items: string[] }
  | { kind: 'links'; title: string; items: MailLink[] }
  /** The first is the main one. */
  | { kind: 'buttons'; items: MailLink[] };

/** A mail before it is HTML or text. Both are made from this, so neither says more than the other. */
export type MailContent = {
  subject: string;
  /** The line that inboxes show beside the subject. */
  preview: string;
  /** Who is greeted; null or empty in a mail that may reach somebody else than the one who gave the name. */
  to: string | null;
  blocks: MailBlock[];
  /** Stands small at the very end. */
  footerLink?: MailLink | null;
  attachments: MailAttachment[];
};

export type MailAttachment = { filename: string; contentType: string; content: string };

/** A mail that is ready for a transport. */
export type RenderedMail = { subject: string; html: string; text: string; attachments: MailAttachment[] };
