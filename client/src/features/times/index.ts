export { useChosenSlot } from './api/chosen-slot.ts';
export { timeKeys, timesOf } from './api/keys.ts';
export { useOpeningDay } from './api/opening-day.ts';
export { CalendarPicker } from './components/CalendarPicker.tsx';
export { TimeSlotPicker } from './components/TimeSlotPicker.tsx';
export { TimezoneSelector } from './components/TimezoneSelector.tsx';
