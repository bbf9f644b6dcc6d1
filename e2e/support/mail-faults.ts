import type { Stack } from './stack.ts';

/** Makes the recipient's mail service refuse the next mail for good. */
export async function refuseNextMail({ mailboxUrl }: Pick<Stack, 'mailboxUrl'>, recipient: string): Promise<void> {
  const response = await fetch(`${mailboxUrl}/api/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ kind: 'reject', recipient }),
  });
  if (!response.ok) throw new Error(`The mailbox took no fault: ${response.status} ${await response.text()}`);
}
