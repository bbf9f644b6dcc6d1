import { offerLimits } from '@serene/shared/offers';
import { t } from '../../lib/messages/translate.ts';

/** Words of what the customer tells the expert. */
export const words = {
  pathway: t('details.pathway'),
  choosePathway: t('details.choosePathway'),
  notes: t('details.notes'),
  notesHint: t('details.notesHint'),
  optional: (label: string) => t('details.optional', { label }),
  yes: t('details.yes'),
  no: t('details.no'),
  choose: t('details.choose'),
  phoneHint: t('details.phoneHint'),
  enterPhone: t('details.enterPhone'),
  answer: (question: string) => t('details.answer', { question }),
  tooLong: (most: number) => t('details.tooLong', { most }),
  /** How much of a long text is used: `120 of 2,000 characters`. */
  used: (count: number, most: number) => t('details.used', { count, most }),
  notesLimit: offerLimits.notes,
  continue: t('details.continue'),
  note: t('details.note'),
  noNote: t('details.noNote'),
  addNote: t('details.addNote'),
  changeAnswers: t('details.changeAnswers'),
};
