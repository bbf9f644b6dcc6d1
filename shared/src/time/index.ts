export { dayMs, hourMs, minuteMs, secondMs } from './units.ts';
