import { dayMs } from '@serene/shared/time';
import type { Clock } from '../../infra/clock.ts';
import { forgetCountsBefore } from './mailbox-count-repository.ts';
import type { OutboxStatus } from './model.ts';
import { deleteEndedRows } from './repository.ts';

/** How long it can be looked up what became of a mail. Mails hold names and addresses, so not for ever. */
const keptMs = 90 * dayMs;

/** No limit of a mailbox looks back further. */
const countsKeptMs = dayMs;

const ended = ['sent', 'skipped', 'failed'] as const satisfies readonly OutboxStatus[];

/**
 * Removes mails ninety days after they were sent, skipped or given up. A row is also what keeps its mail from being
 * written twice; after that time nothing asks for it again, since the fact it reports has long been decided and the
 * session of a reminder is over.
 * @returns how many went
 */
export async function removeOldMails({ clock }: { clock: Clock }): Promise<number> {
  const before = new Date(clock.now().getTime() - keptMs);
  let removed = 0;
  for (const status of ended) removed += await deleteEndedRows(status, before);
  await forgetCountsBefore(new Date(clock.now().getTime() - countsKeptMs));
  return removed;
}
