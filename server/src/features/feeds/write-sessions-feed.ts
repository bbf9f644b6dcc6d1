import { dayMs } from '@serene/shared/time';
import type { Types } from 'mongoose';
import { findUserById, findUsersByIds } from '../auth/index.ts';
import { findExpertOfUser, findExpertsByIds } from '../experts/index.ts';
import { feedCalendar, sessionEntry, type MailBrand } from '../notifications/index.ts';
import { bookingMailData, entryState, findSessionsFrom, type SessionRecord } from '../sessions/index.ts';

/** How much of the past a subscribed calendar keeps. */
const pastMs = 90 * dayMs;

type FeedContext = { brand: MailBrand; now: Date };

/**
 * A person's sessions as a calendar to subscribe to: those they booked and, of an expert, those that are booked with
 * them. What was cancelled is not in it, which takes it out of the calendars that read it.
 */
export async function writeSessionsFeed(userId: Types.ObjectId, { brand, now }: FeedContext): Promise<string> {
  const from = new Date(now.getTime() - pastMs);
  const own = await findSessionsFrom({ userId }, from);
  const profile = await findExpertOfUser(userId);
  const ofClients = profile ? await findSessionsFrom({ expertId: profile._id }, from) : [];
  const people = await loadPeopleOf([...own, ...ofClients]);
  const owner = await findUserById(userId);
  const write = (sessions: readonly SessionRecord[], reader: 'customer' | 'expert') =>
    sessions.flatMap((session) => {
      const two = people(session);
      if (!two) return [];
      // Nobody is written to, so no address is needed; of the two, only the owner reads it.
      const data = bookingMailData({ session, ...two }, owner ?? { email: '' });
      return [sessionEntry(data, { brand, now: session.updatedAt, reader, state: entryState(session) })];
    });
  return feedCalendar(brand.name, [...write(own, 'customer'), ...write(ofClients, 'expert')], brand);
}

async function loadPeopleOf(sessions: readonly SessionRecord[]) {
  const experts = await findExpertsByIds(sessions.map(({ expertId }) => expertId));
  const customers = await findUsersByIds(sessions.map(({ userId }) => userId));
  const expertOf = new Map(experts.map((expert) => [expert._id.toHexString(), expert]));
  const customerOf = new Map(customers.map((customer) => [customer._id.toHexString(), customer]));
  return ({ expertId, userId }: SessionRecord) => {
    const expert = expertOf.get(expertId.toHexString());
    const customer = customerOf.get(userId.toHexString());
    return expert && customer ? { expert, customer } : null;
  };
}
