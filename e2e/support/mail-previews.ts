import type { Stack } from './stack.ts';

/** A sample of a mail in a language, as the mailbox's `GET /api/previews` lists it. */
export type MailPreview = { language: string; template: string; subject: string; html: string; text: string };

/** A sample of every mail that the product sends, in every language. */
export async function mailPreviews({ mailboxUrl }: Stack): Promise<MailPreview[]> {
  const response = await fetch(`${mailboxUrl}/api/previews`);
  if (!response.ok) throw new Error(`The mailbox has no samples: ${response.status} ${await response.text()}`);
  const previews: MailPreview[] = await response.json();
  return previews;
}
