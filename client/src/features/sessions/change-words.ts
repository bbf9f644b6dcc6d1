import type { SessionRole } from '@serene/shared/lifecycle';
import { refundDays } from '../../lib/messages/refund-days.ts';
import { t } from '../../lib/messages/translate.ts';

/** Words of everything that can be done with a session. */
export const words = {
  heading: t('change.heading'),
  ofSession: (action: string, reference: string) => t('change.ofSession', { action, reference }),
  busy: t('change.busy'),
  failed: t('change.failed'),
  overtaken: t('change.overtaken'),
  overtakenText: t('change.overtakenText'),
  reason: t('change.reason'),
  reasonHint: (name: string) => t('change.reasonHint', { name }),

  cancel: t('change.cancel'),
  /** In a list, where the button's name says the rest. */
  cancelShort: t('change.cancelShort'),
  keep: t('change.keep'),
  cancelTitle: t('change.cancelTitle'),
  cancelFree: (name: string) => t('change.cancelFree', { name }),
  cancelFull: (amount: string, method: string) => t('change.cancelFull', { amount, method, refundDays }),
  cancelByOther: (customer: string, amount: string) => t('change.cancelByOther', { customer, amount }),
  cancelPartTitle: t('change.cancelPartTitle'),
  cancelPart: ({ deadline, part, amount, method }: Record<'deadline' | 'part' | 'amount' | 'method', string>) =>
    t('change.cancelPart', { deadline, part, amount, method, refundDays }),
  cancelNoneTitle: t('change.cancelNoneTitle'),
  cancelNone: (deadline: string, amount: string) => t('change.cancelNone', { deadline, amount }),
  cancelAndRefund: t('change.cancelAndRefund'),
  cancelWithoutRefund: t('change.cancelWithoutRefund'),
  refundChanged: t('change.refundChanged'),
  refundChangedText: (before: string, after: string) => t('change.refundChangedText', { before, after }),
  noRefund: t('change.noRefund'),
  cancelled: t('change.cancelled'),
  refundStarted: (amount: string) => t('change.refundStarted', { amount, refundDays }),
  refundNone: t('change.refundNone'),
  othersRefund: (customer: string, amount: string) => t('change.othersRefund', { amount, customer }),
  told: (name: string) => t('change.told', { name }),

  reschedule: t('change.reschedule'),
  moveOver: (deadline: string) => t('change.moveOver', { deadline }),
  moved: (time: string) => t('change.moved', { time }),
  movedText: (name: string) => t('change.movedText', { name }),

  accept: t('change.accept'),
  accepted: t('change.accepted'),
  acceptedText: (name: string) => t('change.acceptedText', { name }),
  reject: t('change.reject'),
  rejectTitle: t('change.rejectTitle'),
  rejectText: (name: string, amount: string) => t('change.rejectText', { name, amount }),
  rejectTextFree: (name: string) => t('change.rejectTextFree', { name }),
  rejectKeep: t('change.rejectKeep'),
  rejectConfirm: t('change.rejectConfirm'),
  rejected: t('change.rejected'),

  complete: t('change.complete'),
  completed: t('change.completed'),
  completedText: (name: string) => t('change.completedText', { name }),
  customerMissed: t('change.customerMissed'),
  customerMissedTitle: (name: string) => t('change.customerMissedTitle', { name }),
  customerMissedText: t('change.customerMissedText'),
  customerMissedConfirm: t('change.customerMissedConfirm'),
  expertMissed: {
    customer: '',
    expert: t('change.expertMissed.expert'),
    admin: t('change.expertMissed.admin'),
  } satisfies Record<SessionRole, string>,
  expertMissedTitle: t('change.expertMissedTitle'),
  expertMissedText: (name: string, amount: string) => t('change.expertMissedText', { name, amount }),
  expertMissedTextFree: t('change.expertMissedTextFree'),
  expertMissedConfirm: t('change.expertMissedConfirm'),
  goBack: t('change.goBack'),
  missed: t('change.missed'),
};
