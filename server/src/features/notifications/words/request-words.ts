import type { Translate } from './translate.ts';

type Deadline = { deadline: string; zone: string };

/** A request waits for its answer; to the customer. */
export const requestSentWords = (t: Translate) => ({
  subject: (expert: string) => t('requestSent.subject', { expert }),
  preview: (expert: string, deadline: string) => t('requestSent.preview', { expert, deadline }),
  text: (expert: string, { deadline, zone }: Deadline) => t('requestSent.text', { expert, deadline, zone }),
  comesBack: (amount: string) => t('requestSent.comesBack', { amount }),
  ends: t('requestSent.ends'),
  details: t('requestSent.details'),
  kept: t('requestSent.kept'),
});

/** The same, to the expert who answers it. */
export const requestWords = (t: Translate) => ({
  subject: (customer: string, deadline: string) => t('request.subject', { customer, deadline }),
  text: (customer: string, { deadline, zone }: Deadline) => t('request.text', { customer, deadline, zone }),
});

/** It was declined, or not answered in time. */
export const rejectedWords = (t: Translate) => ({
  subject: (by: string, expert: string) => t('rejected.subject', { by, expert }),
  text: (by: string, expert: string) => t('rejected.text', { by, expert }),
  details: t('rejected.details'),
});
