import type { ClientSession } from 'mongoose';
import { enqueueMail } from '../notifications/index.ts';
import { bookingMailData, type SessionPeople } from '../sessions/index.ts';

/** Asks the customer for a review, in the transaction that completed the session (rule E1). */
export async function enqueueReviewRequest(
  { expertEmail, ...people }: SessionPeople & { expertEmail: string },
  now: Date,
  transaction: ClientSession,
): Promise<void> {
  const data = bookingMailData(people, expertEmail);
  await enqueueMail(
    {
      key: `review:${data.sessionId}:customer`,
      to: people.customer.email,
      template: 'review-request-user',
      data,
    },
    { now, session: transaction },
  );
}
