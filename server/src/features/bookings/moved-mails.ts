import type { ClientSession } from 'mongoose';
import { enqueueMails } from '../notifications/index.ts';
import { bookingMailData, type MailAccount, type SessionRecord } from '../sessions/index.ts';
import type { OwnSession } from './session-change.ts';

/** Tells both people the new time, in the transaction that moved the session; each move has mails of its own (E1). */
export async function enqueueMovedMails(
  { expertAccount, previous, ...own }: OwnSession & { expertAccount: MailAccount; previous: SessionRecord },
  transaction: ClientSession,
): Promise<void> {
  const data = {
    ...bookingMailData(own, expertAccount),
    by: own.role,
    answerBy: own.session.answerBy,
    previousStartsAt: previous.startsAt,
    previousEndsAt: previous.endsAt,
  };
  const key = `moved:${data.sessionId}:${data.revision}`;
  await enqueueMails(
    [
      { key: `${key}:customer`, to: own.customer.email, template: 'session-moved-user', data },
      { key: `${key}:expert`, to: expertAccount.email, template: 'session-moved-expert', data },
    ],
    { now: own.session.updatedAt, transaction },
  );
}
