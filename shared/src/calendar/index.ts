export * from './calendar-links.ts';
