import type { Translate } from './translate.ts';

/** The entry in a calendar, and what a mail says of the file that brings it. */
export const calendarWords = (t: Translate) => ({
  summary: (name: string) => t('calendar.summary', { name }),
  titled: (title: string, name: string) => t('calendar.titled', { title, name }),
  description: (reference: string, url: string) => t('calendar.description', { reference, url }),
  adds: t('calendar.adds'),
  moves: t('calendar.moves'),
  takesOut: t('calendar.takesOut'),
  onTheWeb: t('calendar.onTheWeb'),
});
