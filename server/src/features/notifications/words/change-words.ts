import type { Translate } from './translate.ts';

/** A session was cancelled, by whomever. */
export const cancelledWords = (t: Translate) => ({
  subject: (by: string, expert: string) => t('cancelled.subject', { by, expert }),
  text: (by: string, expert: string) => t('cancelled.text', { by, expert }),
  returnedBefore: t('cancelled.returnedBefore'),
  noRefund: t('cancelled.noRefund'),
  details: t('cancelled.details'),
});

/** The same, to the expert. */
export const expertCancelledWords = (t: Translate) => ({
  subject: (by: string, { customer, start }: { customer: string; start: string }) =>
    t('expertCancelled.subject', { by, customer, start }),
  text: (by: string, customer: string) => t('expertCancelled.text', { by, customer }),
  notEarned: t('expertCancelled.notEarned'),
});

/** By whom something was moved, and whether it is a `session` or still a `request`. */
type Move = { by: string; what: string };

/** A session, or a request for one, takes place at another time. */
export const movedWords = (t: Translate) => ({
  subject: ({ by, what }: Move, { expert, start }: { expert: string; start: string }) =>
    t('moved.subject', { by, what, expert, start }),
  text: ({ by, what }: Move, expert: string) => t('moved.text', { by, what, expert }),
  price: (amount: string) => t('moved.price', { amount }),
  preview: (start: string, zone: string) => t('moved.preview', { start, zone }),
  newTime: t('moved.newTime'),
  before: t('moved.before'),
});

/** The same, to the expert. */
export const expertMovedWords = (t: Translate) => ({
  subject: ({ by, what }: Move, { customer, start }: { customer: string; start: string }) =>
    t('expertMoved.subject', { by, what, customer, start }),
  text: ({ by, what }: Move, customer: string) => t('expertMoved.text', { by, what, customer }),
});
