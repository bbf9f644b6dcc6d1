import { t } from '../../lib/messages/translate.ts';

/** Words of choosing a day and a time. */
export const words = {
  calendarHint: t('times.calendarHint'),
  calendarKeys: t('times.calendarKeys'),
  previousMonth: t('times.previousMonth'),
  nextMonth: t('times.nextMonth'),
  today: t('times.today'),
  selected: t('times.selected'),
  noTimes: t('times.noTimes'),
  loadingMonth: t('times.loadingMonth'),
  monthFailed: t('times.monthFailed'),
  daysFree: (count: number, month: string) => t('times.daysFree', { count, month }),
  monthEmpty: (month: string) => t('times.monthEmpty', { month }),
  nextFreeDay: (day: string) => t('times.nextFreeDay', { day }),
  nothingFree: t('times.nothingFree'),

  availableSlots: t('times.availableSlots'),
  loadingTimes: t('times.loadingTimes'),
  timesFailed: t('times.timesFailed'),
  dayEmpty: (day: string) => t('times.dayEmpty', { day }),
  timesFree: (count: number, day: string) => t('times.timesFree', { count, day }),
  parts: {
    morning: t('times.parts.morning'),
    afternoon: t('times.parts.afternoon'),
    evening: t('times.parts.evening'),
  },
  booked: t('times.booked'),
  onHold: t('times.onHold'),
  slotLabel: {
    available: t('times.slotLabel.available'),
    booked: t('times.slotLabel.booked'),
    held: t('times.slotLabel.held'),
  },
  slotName: (start: string, end: string, zone: string) => t('times.slotName', { start, end, zone }),
  breakRow: (from: string, to: string) =>
    from === to ? t('times.breakAt', { from }) : t('times.breakFromTo', { from, to }),
  earlierPassed: t('times.earlierPassed'),
  tooSoon: t('times.tooSoon'),
  zoneNote: t('times.zoneNote'),
  noLongerFree: t('times.noLongerFree'),
  doesNotFit: (minutes: number) => t('times.doesNotFit', { minutes }),
  nearest: t('times.nearest'),
  timesIn: (zone: string) => t('times.timesIn', { zone }),
};
