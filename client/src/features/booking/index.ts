export { BookingFlow } from './components/BookingFlow.tsx';
export { BookSessionModal, type BookSessionModalProps } from './components/BookSessionModal.tsx';
export { CalendarPicker, type CalendarPickerProps } from './components/CalendarPicker.tsx';
export { PaymentModal, type PaymentModalProps } from './components/PaymentModal.tsx';
export { TimeSlotPicker, type TimeSlotPickerProps } from './components/TimeSlotPicker.tsx';
export { PaymentFailed } from './pages/PaymentFailed.tsx';
export { PaymentSuccess } from './pages/PaymentSuccess.tsx';
