import type { ClientSession } from 'mongoose';
import { AppError } from '../../errors.ts';
import { findUserById } from '../auth/index.ts';
import type { ExpertRecord } from '../experts/index.ts';
import { enqueueMail, type BookingMailData } from '../notifications/index.ts';
import type { SessionPeople } from './session-access.ts';

/** What every mail about a session knows. */
export function bookingMailData(people: SessionPeople, expertEmail: string): BookingMailData {
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
    expert: {
      id: expert._id.toHexString(),
      slug: expert.slug,
      name: expert.name,
      email: expertEmail,
      timezone: expert.schedule.timezone,
    },
    customer: {
      id: customer._id.toHexString(),
      name: customer.name,
      email: customer.email,
      timezone: customer.timezone,
    },
  };
}

/** Writes the two mails of a booking, or of a request for one, in its transaction (rule E1). */
export async function enqueueBookingMails(
  { expertEmail, now, ...people }: SessionPeople & { expertEmail: string; now: Date },
  session: ClientSession,
): Promise<void> {
  const data = bookingMailData(people, expertEmail);
  const { answerBy } = people.session;
  if (answerBy) {
    const request = { ...data, answerBy };
    const key = `requested:${data.sessionId}`;
    const customerMail = { to: people.customer.email, template: 'booking-request-user', data: request } as const;
    await enqueueMail({ key: `${key}:customer`, ...customerMail }, { now, session });
    const expertMail = { to: expertEmail, template: 'booking-request-expert', data: request } as const;
    await enqueueMail({ key: `${key}:expert`, ...expertMail }, { now, session });
    return;
  }
  const key = `confirmed:${data.sessionId}`;
  await enqueueMail(
    { key: `${key}:customer`, to: people.customer.email, template: 'booking-confirmation-user', data },
    { now, session },
  );
  await enqueueMail({ key: `${key}:expert`, to: expertEmail, template: 'new-booking-expert', data }, { now, session });
}

/** Where an expert's mail goes: the address of their account. */
export async function findExpertEmail(expert: ExpertRecord): Promise<string> {
  const user = await findUserById(expert.userId);
  if (!user) throw new AppError('INTERNAL', 'The expert has no account.');
  return user.email;
}
