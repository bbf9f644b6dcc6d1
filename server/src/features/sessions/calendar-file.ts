import { dayMs } from '@serene/shared/time';
import { calendarLinks, type CalendarService } from '@serene/shared/calendar';
import { Types } from 'mongoose';
import { notFound } from '../../errors.ts';
import { calendarEntry, sessionCalendar, type MailBrand } from '../notifications/index.ts';
import { bookingMailData, findExpertAccount } from './booking-mails.ts';
import type { CalendarFileOf } from './calendar-file-links.ts';
import { entryState } from './entry-state.ts';
import { findSession } from './repository.ts';
import { loadPeople, type SessionPeople } from './session-access.ts';

/** How long after its end a session's file is still there by its link. */
const linkLivesMs = 7 * dayMs;

type FileContext = { brand: MailBrand; now: Date };

/** A session as an answer with a calendar file, for one of its two people. */
export async function calendarFile(
  people: SessionPeople,
  { reader, brand, now }: FileContext & Pick<CalendarFileOf, 'reader'>,
) {
  const data = bookingMailData(people, await findExpertAccount(people.expert));
  const headers = {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `attachment; filename="session-${people.session.reference}.ics"`,
    'Cache-Control': 'private, no-store',
  };
  const body = sessionCalendar(data, { brand, now, reader, state: entryState(people.session) });
  return { status: 200 as const, body, headers };
}

/**
 * The same by a link.
 * @throws AppError NOT_FOUND where the link is not one of ours, or its session is long over
 */
export async function linkedCalendarFile(file: CalendarFileOf | null, context: FileContext) {
  const { people, reader } = await openLink(file, context.now);
  return calendarFile(people, { ...context, reader });
}

/**
 * Leads on to a calendar on the web that takes the session at its present time, and to the page of a cancelled one.
 * @throws AppError NOT_FOUND as above
 */
export async function linkedCalendarEntry(
  file: CalendarFileOf | null,
  { service, brand, now }: FileContext & { service: CalendarService },
) {
  const { people, reader } = await openLink(file, now);
  const data = bookingMailData(people, await findExpertAccount(people.expert));
  const entry = calendarEntry(data, { brand, reader });
  const isOff = entryState(people.session) === 'cancelled';
  const headers = { Location: isOff ? entry.location : calendarLinks(entry)[service], 'Cache-Control': 'no-store' };
  return { status: 303 as const, body: '' as const, headers };
}

async function openLink(file: CalendarFileOf | null, now: Date) {
  const session = file && (await findSession(new Types.ObjectId(file.sessionId)));
  if (!file || !session || session.endsAt.getTime() + linkLivesMs < now.getTime()) {
    throw notFound('The calendar file');
  }
  return { people: await loadPeople(session), reader: file.reader };
}
