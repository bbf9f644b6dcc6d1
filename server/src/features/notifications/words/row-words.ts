import type { Translate } from './translate.ts';

/** What the facts of a booking are called. */
export const rowWords = (t: Translate) => ({
  session: t('rows.session'),
  yourSession: t('rows.yourSession'),
  client: t('rows.client'),
  expert: t('rows.expert'),
  name: t('rows.name'),
  date: t('rows.date'),
  time: t('rows.time'),
  forOther: (name: string) => t('rows.forOther', { name }),
  offer: t('rows.offer'),
  pathway: t('rows.pathway'),
  notes: t('rows.notes'),
  yes: t('rows.yes'),
  no: t('rows.no'),
  duration: t('rows.duration'),
  minutes: (minutes: number) => t('rows.minutes', { minutes }),
  amount: t('rows.amount'),
  amountPaid: t('rows.amountPaid'),
  reason: t('rows.reason'),
  answerBy: t('rows.answerBy'),
  reference: t('rows.reference'),
});
