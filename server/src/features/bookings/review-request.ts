import type { ClientSession } from 'mongoose';
import { enqueueMail } from '../notifications/index.ts';
import { bookingMailData, type MailAccount, type SessionPeople } from '../sessions/index.ts';

/** Asks the customer for a review, in the transaction that completed the session (rule E1). */
export async function enqueueReviewRequest(
  { expertAccount, ...people }: SessionPeople & { expertAccount: MailAccount },
  now: Date,
  transaction: ClientSession,
): Promise<void> {
  const data = bookingMailData(people, expertAccount);
  await enqueueMail(
    {
      key: `review:${data.sessionId}:customer`,
      to: people.customer.email,
      template: 'review-request-user',
      data,
    },
    { now, transaction },
  );
}
