export { calendarLinks, calendarServices, type CalendarEntry, type CalendarService } from './calendar-links.ts';
