export { useChosenSlot } from './api/chosen-slot.ts';
export { timeKeys } from './api/keys.ts';
export { CalendarPicker, type CalendarPickerProps } from './components/CalendarPicker.tsx';
export { TimeSlotPicker, type TimeSlotPickerProps } from './components/TimeSlotPicker.tsx';
export { durationOf, knownDurations } from './durations.ts';
