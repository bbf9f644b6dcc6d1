import type { MailSkip, MailStatus } from '@serene/shared/contracts';
import { t } from '../../lib/messages/translate.ts';

/** What each template is called; a newer server may know more of them. */
const kinds: Readonly<Record<string, string>> = {
  'booking-confirmation-user': t('mails.kinds.confirmation'),
  'new-booking-expert': t('mails.kinds.newBooking'),
  'booking-request-user': t('mails.kinds.requestSent'),
  'booking-request-expert': t('mails.kinds.request'),
  'booking-rejected-user': t('mails.kinds.rejected'),
  'session-cancelled-user': t('mails.kinds.cancelled'),
  'session-cancelled-expert': t('mails.kinds.cancelled'),
  'session-moved-user': t('mails.kinds.moved'),
  'session-moved-expert': t('mails.kinds.moved'),
  'session-reminder': t('mails.kinds.reminder'),
  'session-reminder-expert': t('mails.kinds.reminder'),
  'review-request-user': t('mails.kinds.review'),
  'slot-lost-refund': t('mails.kinds.slotLost'),
  'refund-processed-user': t('mails.kinds.refunded'),
  'refund-failed-user': t('mails.kinds.refundDelayed'),
  'refund-failed-admin': t('mails.kinds.refundFailed'),
  'dispute-admin': t('mails.kinds.dispute'),
  'receipt-user': t('mails.kinds.receipt'),
  'verify-email': t('mails.kinds.verifyEmail'),
  'reset-password': t('mails.kinds.resetPassword'),
  'password-changed': t('mails.kinds.passwordChanged'),
  welcome: t('mails.kinds.welcome'),
};

const skips: Readonly<Record<MailSkip, string>> = {
  replaced: t('mails.skips.replaced'),
  outdated: t('mails.skips.outdated'),
  unwanted: t('mails.skips.unwanted'),
  'link-ended': t('mails.skips.linkEnded'),
};

/** Words about what became of mails. */
export const words = {
  heading: t('mails.heading'),
  loading: t('mails.loading'),
  failed: t('mails.failed'),
  none: t('mails.none'),
  all: t('mails.all'),
  kind: (template: string) => kinds[template] ?? t('mails.kinds.other'),
  to: (name: string) => t('mails.to', { name }),
  toYou: t('mails.toYou'),
  due: t('mails.states.due'),
  queued: (time: string) => t('mails.states.queued', { time }),
  sending: t('mails.states.sending'),
  sent: (time: string) => t('mails.states.sent', { time }),
  failures: { refused: t('mails.states.refused'), 'gave-up': t('mails.states.gaveUp') },
  skipped: t('mails.states.skipped'),
  reason: (reason: string) => t('mails.reason', { reason }),
  tellOther: (name: string) => t('mails.tellOther', { name }),
  checkYours: t('mails.checkYours'),
  teamTries: t('mails.teamTries'),
  skippedText: (skipped: MailSkip | null) => (skipped === null ? t('mails.skippedText') : skips[skipped]),
};

/** Words of the list of all mails. */
export const listWords = {
  intro: t('mails.intro'),
  tabsLabel: t('mails.tabsLabel'),
  tabs: {
    failed: t('mails.tabs.failed'),
    queued: t('mails.tabs.queued'),
    sending: t('mails.tabs.sending'),
    sent: t('mails.tabs.sent'),
    skipped: t('mails.tabs.skipped'),
  } satisfies Record<MailStatus, string>,
  noneFailed: t('mails.noneFailed'),
  noneHere: t('mails.noneHere'),
  more: t('mails.more'),
  loadingMore: t('mails.loadingMore'),
  moreFailed: t('mails.moreFailed'),
  written: t('mails.written'),
  attempts: t('mails.attempts'),
  cause: t('mails.cause'),
  messageId: t('mails.messageId'),
  session: t('mails.session'),
  retry: t('mails.retry'),
  ofMail: (action: string, kind: string, to: string) => t('mails.ofMail', { action, kind, to }),
  retrying: t('mails.retrying'),
  retried: t('mails.retried'),
  retriedText: t('mails.retriedText'),
  retryFailed: t('mails.retryFailed'),
  overtaken: t('mails.overtaken'),
  overtakenText: t('mails.overtakenText'),
};
