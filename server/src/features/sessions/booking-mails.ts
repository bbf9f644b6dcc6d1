import type { ClientSession } from 'mongoose';
import { AppError } from '../../errors.ts';
import { findUserById, type UserRecord } from '../auth/index.ts';
import type { ExpertRecord } from '../experts/index.ts';
import { enqueueMails, type BookingMailData } from '../notifications/index.ts';
import type { SessionPeople } from './session-access.ts';

/** Of an account, what its mails need: where they go, and in which language. */
export type MailAccount = Pick<UserRecord, 'email' | 'locale'>;

/** What every mail about a session knows. */
export function bookingMailData(people: SessionPeople, expertAccount: MailAccount): BookingMailData {
  const { session, expert, customer } = people;
  return {
    sessionId: session._id.toHexString(),
    reference: session.reference,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    duration: session.duration,
    amountMinor: session.amountMinor,
    currency: session.currency,
    paymentId: session.paymentId?.toHexString() ?? null,
    revision: session.revision,
    title: session.title ?? null,
    expert: {
      id: expert._id.toHexString(),
      slug: expert.slug,
      name: expert.name,
      email: expertAccount.email,
      timezone: expert.schedule.timezone,
      locale: expertAccount.locale ?? null,
    },
    customer: {
      id: customer._id.toHexString(),
      name: customer.name,
      email: customer.email,
      timezone: customer.timezone,
      locale: customer.locale ?? null,
    },
  };
}

/** Writes the two mails of a booking, or of a request for one, in its transaction (rule E1). */
export async function enqueueBookingMails(
  { expertAccount, now, ...people }: SessionPeople & { expertAccount: MailAccount; now: Date },
  transaction: ClientSession,
): Promise<void> {
  const data = bookingMailData(people, expertAccount);
  const { answerBy } = people.session;
  const told = toldOf(people.session);
  const toCustomer = people.customer.email;
  const toExpert = expertAccount.email;
  if (answerBy) {
    const request = { ...data, answerBy };
    const toAnswer = { ...request, told };
    const key = `requested:${data.sessionId}`;
    await enqueueMails(
      [
        { key: `${key}:customer`, to: toCustomer, template: 'booking-request-user', data: request },
        { key: `${key}:expert`, to: toExpert, template: 'booking-request-expert', data: toAnswer },
      ],
      { now, transaction },
    );
    return;
  }
  const key = `confirmed:${data.sessionId}`;
  await enqueueMails(
    [
      { key: `${key}:customer`, to: toCustomer, template: 'booking-confirmation-user', data },
      { key: `${key}:expert`, to: toExpert, template: 'new-booking-expert', data: { ...data, told } },
    ],
    { now, transaction },
  );
}

/** What the customer told when they booked; null where that is nothing. */
function toldOf({ answers = [], pathway = null, notes = null }: SessionPeople['session']): BookingMailData['told'] {
  if (answers.length === 0 && pathway === null && notes === null) return null;
  return { answers: answers.map(({ question, answer }) => ({ question, answer })), pathway, notes };
}

/** The account that an expert's mails go to. */
export async function findExpertAccount(expert: ExpertRecord): Promise<MailAccount> {
  const user = await findUserById(expert.userId);
  if (!user) throw new AppError('INTERNAL', 'The expert has no account.');
  return user;
}
