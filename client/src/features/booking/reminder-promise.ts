import { spokenDistance } from '@serene/shared/lifecycle';
import { intlLocale } from '../../lib/messages/translate.ts';
import { words } from './page-words.ts';

/**
 * What a page promises of reminders: those that the server will still send, and nothing where there are none.
 * @param minutesBefore how long before the start each is due, longest first
 */
export function reminderPromise(minutesBefore: readonly number[]): string | null {
  if (minutesBefore.length === 0) return null;
  const promise = minutesBefore.length === 1 ? words.stepReminder : words.stepReminders;
  return promise(new Intl.ListFormat(intlLocale()).format(minutesBefore.map(distance)));
}

function distance(minutes: number): string {
  const { unit, count } = spokenDistance(minutes);
  const say = { days: words.daysBefore, hours: words.hoursBefore, minutes: words.minutesBefore };
  return say[unit](count);
}
