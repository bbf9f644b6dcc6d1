import { intlLocale } from '../../../lib/messages/translate.ts';
import { words } from './words.ts';

const hour = 60;
const day = 24 * hour;

/**
 * What a page promises of reminders: those that the server will still send, and nothing where there are none.
 * @param minutesBefore how long before the start each is due, longest first
 */
export function reminderPromise(minutesBefore: readonly number[]): string | null {
  if (minutesBefore.length === 0) return null;
  const promise = minutesBefore.length === 1 ? words.stepReminder : words.stepReminders;
  return promise(new Intl.ListFormat(intlLocale()).format(minutesBefore.map(distance)));
}

/** `24 hours`, as people speak of a day before; days from the second on. */
function distance(minutes: number): string {
  if (minutes > day && minutes % day === 0) return words.daysBefore(minutes / day);
  return minutes % hour === 0 ? words.hoursBefore(minutes / hour) : words.minutesBefore(minutes);
}
