export { BookingFlow } from './components/BookingFlow.tsx';
export { BookSessionModal, type BookSessionModalProps } from './components/BookSessionModal.tsx';
export { PaymentModal, type PaymentModalProps } from './components/PaymentModal.tsx';
export { PaymentFailed } from './pages/PaymentFailed.tsx';
export { PaymentSuccess } from './pages/PaymentSuccess.tsx';
