/** A mail that is ready to be handed to a transport. */
export type OutgoingMail = {
  /** Fixed for each outbox row, so that a second copy of the same mail can be told (rule E3). */
  messageId: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  attachments: { filename: string; contentType: string; content: string }[];
  /** Where one request without sign-in ends mails of this kind (RFC 8058); null where they cannot be switched off. */
  unsubscribeUrl: string | null;
  /** What it was rendered from, for a service that renders by templates of its own. */
  source: { template: string; data: unknown };
};

/** What became of a mail: taken, refused for good, or worth another try. */
export type MailOutcome =
  | { status: 'sent' }
  | { status: 'refused'; reason: string }
  | { status: 'retry'; reason: string };

/** The door to whoever delivers mail. It classifies failures instead of throwing them. */
export interface MailTransport {
  send(mail: OutgoingMail): Promise<MailOutcome>;
  close(): void;
}
