import type { Translate } from './translate.ts';

/** A session was booked. */
export const confirmedWords = (t: Translate) => ({
  subject: (expert: string) => t('confirmed.subject', { expert }),
  text: (expert: string) => t('confirmed.text', { expert }),
  next: t('confirmed.next'),
  addToCalendar: t('confirmed.addToCalendar'),
  reminder: ({ unit, count }: { unit: string; count: number }) => t('confirmed.reminder', { unit, count }),
  join: t('confirmed.join'),
});

/** The same, to the expert. */
export const newBookingWords = (t: Translate) => ({
  subject: (customer: string) => t('newBooking.subject', { customer }),
  text: t('newBooking.text'),
});

/** A session is near. */
export const reminderWords = (t: Translate) => ({
  subject: (name: string, { day, date, time }: { day: string; date: string; time: string }) =>
    t('reminder.subject', { name, day, date, time }),
  text: (name: string) => t('reminder.text', { name }),
  date: (day: string, date: string) => t('reminder.date', { day, date }),
  prepare: t('reminder.prepare'),
  reschedule: t('reminder.reschedule'),
  rescheduleSoon: t('reminder.rescheduleSoon'),
});

/** A session took place. */
export const reviewWords = (t: Translate) => ({
  subject: (expert: string) => t('review.subject', { expert }),
  preview: t('review.preview'),
  text: (expert: string) => t('review.text', { expert }),
});
