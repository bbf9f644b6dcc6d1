import type { MailLink, MailContext } from '../layout/content.ts';
import type { BookingMailData } from '../mail-data.ts';
import { localTime, relativeDay } from '../when.ts';
import { timeRows } from './booking-details.ts';

type Person = BookingMailData['expert' | 'customer'];

/**
 * When the session is, as its reader speaks of it. A mail for early tomorrow may be read, or sent after a retry, when
 * tomorrow has begun: "tomorrow" is said only if that is so for the reader at the moment of sending (rule E1).
 */
export function reminderDay(
  data: BookingMailData,
  { reader, other, context: { locale, now } }: { reader: Person; other: Person; context: MailContext },
) {
  const { date, start, time, zone } = localTime(data, { zone: reader.timezone, locale });
  const day = relativeDay(data.startsAt, { now, zone: reader.timezone });
  const prefix = { today: 'Today, ', tomorrow: 'Tomorrow, ', other: '' }[day];
  const [, ...otherRows] = timeRows(data, { reader: reader, other: other, locale });
  const rows: [label: string, value: string][] = [['Date', `${prefix}${date}`], ...otherRows];
  return {
    /** Ends the subject: `tomorrow`. */
    when: { today: `today at ${start}`, tomorrow: 'tomorrow', other: `on ${date} at ${start}` }[day],
    preview: `${prefix}${date}, ${time}, ${zone}`,
    rows,
  };
}

/** Reminders can be switched off. */
export function reminderFooter({ unsubscribeUrl }: MailContext): MailLink | null {
  return unsubscribeUrl ? { label: 'Stop reminders', url: unsubscribeUrl } : null;
}
