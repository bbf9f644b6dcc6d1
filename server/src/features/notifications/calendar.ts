import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, type ICalEventData } from 'ical-generator';
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
export function sessionCalendar(data: BookingMailData, options: CalendarOptions): string {
  return writeCalendar(data, options, {
    method: ICalCalendarMethod.PUBLISH,
    status: ICalEventStatus.CONFIRMED,
    alarms: [{ type: ICalAlarmType.display, triggerBefore: 10 * 60 }],
  });
}

/**
 * The file that takes a session out of a calendar: RFC 5546 §4.1.3, the UID of the published event with a higher
 * SEQUENCE. `data` is the session after its cancellation, whose revision is higher than any that was published.
 */
function cancelledCalendar(data: BookingMailData, options: CalendarOptions): string {
  return writeCalendar(data, options, { method: ICalCalendarMethod.CANCEL, status: ICalEventStatus.CANCELLED });
}

/** The session's file for a mail. */
export function calendarAttachment(data: BookingMailData, options: CalendarOptions): MailAttachment {
  return attachment('PUBLISH', sessionCalendar(data, options));
}

/** The file that takes it out of the calendar, for a mail. */
export function cancellationAttachment(data: BookingMailData, options: CalendarOptions): MailAttachment {
  return attachment('CANCEL', cancelledCalendar(data, options));
}

function attachment(method: 'PUBLISH' | 'CANCEL', content: string): MailAttachment {
  return { filename: 'session.ics', contentType: `text/calendar; charset=utf-8; method=${method}`, content };
}

type Purpose = { method: ICalCalendarMethod } & Pick<ICalEventData, 'status' | 'alarms'>;

function writeCalendar(data: BookingMailData, options: CalendarOptions, { method, ...purpose }: Purpose): string {
  const { brand, now, reader } = options;
  // Parsed again because this door is open to callers that did not come through a template.
  const { sessionId, reference, revision, startsAt, endsAt, expert, customer } = bookingMailSchema.parse(data);
  const url = sessionUrl(brand.frontendUrl, { sessionId });
  const calendar = ical({ method, prodId: { company: brand.name, product: 'Sessions', language: 'EN' } });
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
    organizer: { name: brand.name, email: brand.supportEmail },
    ...purpose,
  });
  return calendar.toString();
}
