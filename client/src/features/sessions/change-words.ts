import type { SessionRole } from '@serene/shared/lifecycle';
import { config } from '../../lib/config.ts';

const { refundDays } = config;

/** Words of everything that can be done with a session, in English. */
export const words = {
  heading: 'Change this session',
  ofSession: (action: string, reference: string) => `${action} ${reference}`,
  busy: 'One moment…',
  failed: 'That did not work',
  overtaken: 'This session has changed meanwhile',
  overtakenText: 'Nothing was done. What you see now is how it stands.',
  reason: 'Reason (optional)',
  reasonHint: (name: string) => `${name} will read it.`,

  cancel: 'Cancel session',
  /** In a list, where the button's name says the rest. */
  cancelShort: 'Cancel',
  keep: 'Keep session',
  cancelTitle: 'Cancel this session?',
  cancelFree: (name: string) => `Nothing was paid for it. We tell ${name}.`,
  cancelFull: (amount: string, method: string) =>
    `You get the full ${amount} back to your ${method} in about ${refundDays} working days.`,
  cancelByOther: (customer: string, amount: string) =>
    `${customer} gets the full ${amount} back. We tell them at once.`,
  cancelPartTitle: 'Cancel with a partial refund?',
  cancelPart: ({ deadline, part, amount, method }: Record<'deadline' | 'part' | 'amount' | 'method', string>) =>
    `Free cancellation ended on ${deadline}. You get ${part} of ${amount} back to your ${method} in about ${refundDays} working days.`,
  cancelNoneTitle: 'Cancel without a refund?',
  cancelNone: (deadline: string, amount: string) =>
    `Free cancellation ended on ${deadline}, so ${amount} will not be refunded.`,
  cancelAndRefund: 'Cancel and refund',
  cancelWithoutRefund: 'Cancel without refund',
  refundChanged: 'The refund has changed',
  refundChangedText: (before: string, after: string) =>
    `It was ${before} when you opened this, and is ${after} now. Nothing was cancelled.`,
  noRefund: 'nothing',
  cancelled: 'Session cancelled',
  refundStarted: (amount: string) =>
    `Your refund of ${amount} has started and reaches you in about ${refundDays} working days.`,
  refundNone: 'As you have seen, the price is not refunded.',
  othersRefund: (customer: string, amount: string) => `The refund of ${amount} to ${customer} has started.`,
  told: (name: string) => `We told ${name}.`,

  reschedule: 'Reschedule',
  moveOver: (deadline: string) =>
    `Moving this session was possible until ${deadline}. If something has come up, write to us: we ask the expert.`,
  moved: (time: string) => `Moved to ${time}`,
  movedText: (name: string) => `We told ${name} and sent you a new calendar file.`,

  accept: 'Accept',
  accepted: 'Request accepted',
  acceptedText: (name: string) => `The session is confirmed. We told ${name}.`,
  reject: 'Decline',
  rejectTitle: 'Decline this request?',
  rejectText: (name: string, amount: string) => `${name} gets the full ${amount} back, and the time is free again.`,
  rejectTextFree: (name: string) => `We tell ${name}, and the time is free again.`,
  rejectKeep: 'Keep request',
  rejectConfirm: 'Decline and refund',
  rejected: 'Request declined',

  complete: 'Mark as completed',
  completed: 'Marked as completed',
  completedText: (name: string) => `We ask ${name} how it was.`,
  customerMissed: 'Client did not come',
  customerMissedTitle: (name: string) => `${name} did not come?`,
  customerMissedText: 'The session counts as missed, and the price is not refunded.',
  customerMissedConfirm: 'Mark as missed',
  expertMissed: { customer: '', expert: 'I could not come', admin: 'Expert did not come' } satisfies Record<
    SessionRole,
    string
  >,
  expertMissedTitle: 'Refund a session that did not happen?',
  expertMissedText: (name: string, amount: string) => `${name} gets the full ${amount} back.`,
  expertMissedTextFree: 'The session counts as missed by the expert.',
  expertMissedConfirm: 'Refund everything',
  goBack: 'Go back',
  missed: 'Marked as missed',
};
