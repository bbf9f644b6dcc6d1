import type { ClientSession } from 'mongoose';
import { enqueueMail, enqueueMails } from '../notifications/index.ts';
import { bookingMailData, findExpertAccount, type SessionPeople } from '../sessions/index.ts';
import type { EndedSession } from './end-session.ts';

/**
 * The mails about the end of a session, to be written in its transaction (rule E1). Accounts are read before it, since
 * they are not part of what it decides.
 */
export async function endedMails(people: SessionPeople) {
  const expertAccount = await findExpertAccount(people.expert);
  const customerEmail = people.customer.email;
  const dataOf = (session: EndedSession) => {
    const { by, reason, refundMinor } = session.ended;
    const { returnedMinor } = session;
    return { ...bookingMailData({ ...people, session }, expertAccount), by, reason, refundMinor, returnedMinor };
  };
  return {
    /** To both people. */
    cancelled: async (session: EndedSession, transaction: ClientSession): Promise<void> => {
      const data = dataOf(session);
      const key = `cancelled:${data.sessionId}`;
      await enqueueMails(
        [
          { key: `${key}:customer`, to: customerEmail, template: 'session-cancelled-user', data },
          { key: `${key}:expert`, to: expertAccount.email, template: 'session-cancelled-expert', data },
        ],
        { now: session.ended.at, transaction },
      );
    },
    /** To the customer: the expert knows, or let the deadline pass. */
    rejected: async (session: EndedSession, transaction: ClientSession): Promise<void> => {
      const data = dataOf(session);
      await enqueueMail(
        { key: `rejected:${data.sessionId}:customer`, to: customerEmail, template: 'booking-rejected-user', data },
        { now: session.ended.at, transaction },
      );
    },
  };
}
