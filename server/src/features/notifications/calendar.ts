import type { CalendarEntry } from '@serene/shared/calendar';
import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalEventData,
} from 'ical-generator';
import type { MailAttachment, MailBrand, MailContext } from './layout/content.ts';
import { oneLine } from './layout/one-line.ts';
import { bookingMailSchema, type BookingMailData } from './mail-data.ts';
import { readerLocale } from './reader-locale.ts';
import { sessionUrl } from './templates/booking-details.ts';
import { spelledOut } from './when.ts';
import { mailWords } from './words/index.ts';

/** Who the file is for: the entry is named after the other person, in the language of this one. */
export type CalendarOptions = Pick<MailContext, 'brand' | 'now'> & { reader: 'customer' | 'expert' };

/** Whether a session will take place, as its entry in a calendar says it. */
export type EntryState = 'confirmed' | 'tentative' | 'cancelled';

const statuses: Record<EntryState, ICalEventStatus> = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

/**
 * A session as a calendar file to be opened by hand. PUBLISH: such a file is simply added, and asks nobody for an
 * answer. RFC 5546 §3.2.1 then wants an organiser and no attendees.
 */
export function sessionCalendar(
  data: BookingMailData,
  { state = 'confirmed', ...options }: CalendarOptions & { state?: EntryState },
): string {
  return writeCalendar(
    { method: ICalCalendarMethod.PUBLISH },
    [sessionEntry(data, { ...options, state })],
    options.brand,
  );
}

/**
 * The session's file for a mail. REQUEST, so that mail programs put it into the calendar by themselves and later mails
 * move it (RFC 5546 §3.2.2). Its only attendee is the reader, who has accepted already and is not asked for an answer:
 * neither person learns the other's address from it.
 */
export function calendarAttachment(data: BookingMailData, options: CalendarOptions): MailAttachment {
  return invitation(ICalCalendarMethod.REQUEST, data, { ...options, state: 'confirmed' });
}

/**
 * The file that takes a session out of the calendar: RFC 5546 §3.2.5, the UID of the request with a higher SEQUENCE.
 * `data` is the session after its cancellation, whose revision is higher than any that was sent.
 */
export function cancellationAttachment(data: BookingMailData, options: CalendarOptions): MailAttachment {
  return invitation(ICalCalendarMethod.CANCEL, data, { ...options, state: 'cancelled' });
}

function invitation(
  method: ICalCalendarMethod.REQUEST | ICalCalendarMethod.CANCEL,
  data: BookingMailData,
  options: CalendarOptions & { state: EntryState },
): MailAttachment {
  const { name, email } = bookingMailSchema.parse(data)[options.reader];
  const attendee = {
    ...(name !== '' && { name: parameterText(name) }),
    email,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.ACCEPTED,
    rsvp: false,
  };
  const entry = { ...sessionEntry(data, options), attendees: [attendee] };
  return {
    filename: 'session.ics',
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: writeCalendar({ method }, [entry], options.brand),
  };
}

/**
 * A session as an entry of a calendar. Always the same UID, with the revision as SEQUENCE, so that a later file moves
 * the entry instead of adding one. Times are in UTC, which every calendar shows in its owner's zone, whatever the
 * daylight saving of either person's does.
 */
export function sessionEntry(
  data: BookingMailData,
  { brand, now, reader, state }: CalendarOptions & { state: EntryState },
): ICalEventData {
  const { title, description, location, startsAt, endsAt } = calendarEntry(data, { brand, reader });
  return {
    id: `${data.sessionId}@serene`,
    sequence: data.revision,
    stamp: now,
    start: startsAt,
    end: endsAt,
    summary: title,
    description,
    location,
    url: location,
    status: statuses[state],
    organizer: { name: parameterText(brand.name), email: brand.senderEmail },
    alarms: state === 'cancelled' ? [] : [{ type: ICalAlarmType.display, triggerBefore: 10 * 60 }],
  };
}

/** What an entry for one of the two people says, in a file or behind a link to a calendar on the web. */
export function calendarEntry(
  data: BookingMailData,
  { brand, reader }: Pick<CalendarOptions, 'brand' | 'reader'>,
): CalendarEntry {
  // Parsed again because this door is open to callers that did not come through a template.
  const { sessionId, reference, startsAt, endsAt, expert, customer, title } = bookingMailSchema.parse(data);
  const location = sessionUrl(brand.frontendUrl, { sessionId });
  const [own, other] = reader === 'customer' ? [customer, expert] : [expert, customer];
  const locale = readerLocale(own.locale);
  const words = mailWords[locale.language].calendar;
  const hour = spelledOut({ startsAt, endsAt }, { zone: own.timezone, locale });
  const description = [...(hour ? [hour] : []), words.description(reference, location)].join('\n');
  return {
    title: title ? words.titled(title, other.name) : words.summary(other.name),
    description,
    location,
    startsAt,
    endsAt,
  };
}

/** A calendar that others subscribe to, and that their programs read again each hour. */
export function feedCalendar(name: string, entries: readonly ICalEventData[], brand: MailBrand): string {
  return writeCalendar({ method: ICalCalendarMethod.PUBLISH, name, ttl: 3600 }, entries, brand);
}

/**
 * Text as the value of a parameter, such as the name in `CN="…"`. A quotation mark would end it, and RFC 5545 §3.2 knows
 * no way to write one: RFC 6868 does. The library doubles backslashes there, which no reader undoes.
 */
function parameterText(text: string): string {
  return oneLine(text).replaceAll('\\', '').replaceAll('^', '^^').replaceAll('"', "^'");
}

function writeCalendar(
  options: { method: ICalCalendarMethod; name?: string; ttl?: number },
  entries: readonly ICalEventData[],
  { name: company }: MailBrand,
): string {
  const calendar = ical({ ...options, prodId: { company, product: 'Sessions', language: 'EN' } });
  for (const entry of entries) calendar.createEvent(entry);
  return calendar.toString();
}
