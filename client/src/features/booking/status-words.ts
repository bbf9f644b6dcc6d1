import type { BookingPaymentStatus } from '@serene/shared/contracts';
import { t } from '../../lib/messages/translate.ts';

/** Words of a booking that is no session yet. */
export const words = {
  payment: {
    UNPAID: t('bookingStatus.payment.UNPAID'),
    PAID: t('bookingStatus.payment.PAID'),
    REFUNDED: t('bookingStatus.payment.REFUNDED'),
    FAILED: t('bookingStatus.payment.FAILED'),
  } satisfies Record<BookingPaymentStatus, string>,
  held: t('bookingStatus.held'),
  failed: t('bookingStatus.failed'),
  heldText: (time: string, until: string) => t('bookingStatus.heldText', { time, until }),
  payNow: t('payment.payNow'),
  pay: t('booking.proceed'),
  payFor: (name: string) => t('bookingStatus.payFor', { name }),
  opening: t('bookingStatus.opening'),
  payFailed: t('bookingStatus.payFailed'),
  lapsed: t('payment.ended'),
  lapsedText: t('payment.endedAttempted'),
  holdAgain: t('payment.holdAgain'),
  holding: t('booking.holding'),
  retryFailed: t('bookingStatus.retryFailed'),
  notCharged: t('bookingStatus.notCharged'),
  chooseAnother: t('payment.chooseAnother'),
  taken: t('booking.taken'),
  gone: t('bookingPage.gone'),
  dashboard: t('afterPayment.dashboard'),
  backToProfile: t('afterPayment.backToProfile'),
  loading: t('afterPayment.loading'),
  loadFailed: t('afterPayment.loadFailed'),
  yourBooking: t('afterPayment.yourBooking'),
  noCheckout: t('bookingStatus.noCheckout'),
  noCheckoutText: t('bookingStatus.noCheckoutText'),
};
