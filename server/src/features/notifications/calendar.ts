import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { MailAttachment, MailContext } from './layout/content.ts';
import { bookingMailSchema, type BookingMailData } from './mail-data.ts';
import { sessionUrl } from './templates/booking-details.ts';

/** Who the file is for: the entry is named after the other person. */
export type CalendarOptions = MailContext & { reader: 'customer' | 'expert' };

/**
 * A session as an iCalendar file. Always the same UID, with the revision as SEQUENCE, so that a later file moves the
 * entry instead of adding one. PUBLISH, not REQUEST: a request asks for an answer to the organiser's address, and some
 * calendars refuse one whose organiser is not the sender; a published event is simply added. RFC 5546 §3.2.1 then wants
 * an organiser and no attendees, so neither person learns the other's address from it.
 */
export function sessionCalendar(data: BookingMailData, { brand, now, reader }: CalendarOptions): string {
  // Parsed again because this door is open to callers that did not come through a template.
  const { sessionId, reference, revision, startsAt, endsAt, expert, customer } = bookingMailSchema.parse(data);
  const url = sessionUrl(brand.frontendUrl, { sessionId });
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: brand.name, product: 'Sessions', language: 'EN' },
  });
  calendar.createEvent({
    id: `${sessionId}@serene`,
    sequence: revision,
    stamp: now,
    start: startsAt,
    end: endsAt,
    summary: `Session with ${reader === 'customer' ? expert.name : customer.name}`,
    description: `Reference: ${reference}\nJoin from: ${url}`,
    location: url,
    url,
    status: ICalEventStatus.CONFIRMED,
    organizer: { name: brand.name, email: brand.supportEmail },
    alarms: [{ type: ICalAlarmType.display, triggerBefore: 10 * 60 }],
  });
  return calendar.toString();
}

/** The same file for a mail. */
export function calendarAttachment(data: BookingMailData, options: CalendarOptions): MailAttachment {
  return {
    filename: 'session.ics',
    contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    content: sessionCalendar(data, options),
  };
}
