import { config } from '../../../lib/config.ts';
import type { Failure } from './failures.ts';

const { refundDays } = config;

/** What failed, and what to do: the exact words about money, in English. */
export const failureWords: Record<Failure, { title: string; text: string }> = {
  'insufficient-funds': {
    title: 'Not enough balance',
    text: 'Your bank says the balance is too low. Try another account or method.',
  },
  declined: {
    title: 'Your bank declined the payment',
    text: 'No money should have left your account. Try another card, or UPI.',
  },
  authentication: {
    title: 'We could not verify the payment',
    text: 'The OTP or bank check did not go through. Try again.',
  },
  'timed-out': {
    title: 'The payment took too long',
    text: 'If you approved it in your app, wait a minute: we are checking.',
  },
  dismissed: {
    title: 'Payment not finished',
    text: 'If you approved a payment in your app, we will match it.',
  },
  'card-unusable': {
    title: 'This card cannot be used',
    text: 'Turn on online payments in your bank’s app, or check the number and try again.',
  },
  'already-paid': { title: 'This booking is already paid', text: 'We will not charge you twice.' },
  other: {
    title: 'The payment service had a problem',
    text: `Nothing is wrong on your side. If money left your account, we will match it or return it within ${refundDays} working days.`,
  },
};

export const words = {
  preparing: 'Preparing your payment…',
  details: 'Your booking',
  heldUntil: (until: string) => `Held for you until ${until}`,
  payBefore: (time: string) => `Pay before then to keep ${time}.`,
  minutesLeft: (minutes: number) => (minutes === 1 ? '1 minute left' : `${minutes} minutes left`),
  secondsLeft: (minutes: number, seconds: number) => `${minutes}:${String(seconds).padStart(2, '0')} left`,
  runningOut: (time: string, until: string) =>
    `We hold ${time} until ${until}. If it runs out, you can hold it again if it is still free.`,
  heldForYou: (time: string, until: string) => `${time} is held for you until ${until}.`,
  ended: 'Your hold has ended',
  endedUncharged: 'You have not been charged and your details are saved.',
  endedAttempted:
    'Your details are saved. If you approved a payment, wait a minute: you get either this session or a full refund.',
  holdAgain: 'Hold it again',
  chooseAnother: 'Choose another time',
  payNow: 'Pay now',
  release: 'Release this time',
  releasing: 'Releasing…',
  released: 'The time was released. You have not been charged.',
  releaseFailed: 'The time could not be released',
  keepOrRelease: 'Keep this time or release it?',
  keepText: (until: string) => `If you keep it, you can come back and pay until ${until}.`,
  keep: 'Keep it and close',
  open: 'Payment window is open',
  opening: 'Opening the payment window…',
  openText: 'Finish the payment there. This panel stays in case the window does not show.',
  openAgain: 'Open again',
  cancelPayment: 'Cancel payment',
  blocked: 'The payment window could not open',
  blockedText: 'An ad blocker or the network may be stopping it.',
  tryAgain: 'Try again',
  confirming: 'Payment received, confirming your session',
  confirmingText: (email: string | undefined) =>
    `This usually takes a few seconds. You can close this page: we will e-mail ${email ?? 'you'}. Do not pay again.`,
  confirmingLong: 'Still confirming. Your money is safe: you get either this session or a full refund.',
  offline: 'You are offline',
  offlinePaying: 'Connect to the internet to pay. Your choices are saved.',
  offlineConfirming: 'We go on by ourselves when the connection is back. Do not pay again.',
  late: 'Your payment came after the hold ended',
  lateText: (refund: string) =>
    `The time had been booked by someone else. Your full refund of ${refund} has started and reaches you in about ${refundDays} working days. We are sorry.`,
  lateUncharged:
    'The time had been booked by someone else. If money left your account, it comes back in full. We are sorry.',
  bookAnother: 'Book another time',
  booked: 'Session booked',
  refused: 'The payment could not be confirmed',
  lookupFailed: 'Your payment could not be looked up',
};
