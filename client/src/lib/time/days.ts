import { formatter } from './formatters.ts';

/** The calendar day of an instant in the zone, `2026-01-15`. */
export function dayKey(instant: string | Date, zone: string): string {
  const { year, month, day } = wallClock(instant, zone);
  return `${year}-${month}-${day}`;
}

/** The month of an instant in the zone, `2026-01`. */
export function monthKey(instant: string | Date, zone: string): string {
  const { year, month } = wallClock(instant, zone);
  return `${year}-${month}`;
}

/** The wall clock of an instant in the zone, `14:30`. */
export function wallTime(instant: string | Date, zone: string): string {
  const { hour, minute } = wallClock(instant, zone);
  return `${hour}:${minute}`;
}

/** The month after, `2026-02` for `2026-01`. */
export function nextMonthKey(key: string): string {
  const [year = 1970, month = 1] = key.split('-').map(Number);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
}

/** What a calendar and a clock in the zone show, by the browser's own knowledge of zones: each page needs it. */
function wallClock(instant: string | Date, zone: string) {
  const parts = formatter(zone, shown).formatToParts(new Date(instant));
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    (parts.find((part) => part.type === type)?.value ?? '').padStart(2, '0');
  return { year: read('year'), month: read('month'), day: read('day'), hour: read('hour'), minute: read('minute') };
}

const shown = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;
