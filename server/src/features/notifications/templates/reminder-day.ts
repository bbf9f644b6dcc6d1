import type { MailLink, MailContext } from '../layout/content.ts';
import type { BookingMailData } from '../mail-data.ts';
import { localClock, localTime, relativeDay } from '../when.ts';
import { mailWords } from '../words/index.ts';
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
  const { reminder, rows: labels } = mailWords[locale.language];
  const reading = { zone: reader.timezone, locale };
  const { date, time, zone } = localTime(data, reading);
  const day = relativeDay(data.startsAt, { now, zone: reader.timezone });
  const spoken = reminder.date(day, date);
  const [, ...otherRows] = timeRows(data, { reader, other, locale });
  const rows: [label: string, value: string][] = [[labels.date, spoken], ...otherRows];
  return {
    subject: reminder.subject(other.name, { day, date, time: localClock(data.startsAt, reading) }),
    preview: `${spoken}, ${time}, ${zone}`,
    rows,
    isToday: day === 'today',
  };
}

/** Reminders can be switched off. */
export function reminderFooter({ locale, unsubscribeUrl }: MailContext): MailLink | null {
  return unsubscribeUrl ? { label: mailWords[locale.language].buttons.stopReminders, url: unsubscribeUrl } : null;
}
