import { t } from '../../lib/messages/translate.ts';

/** What may be wrong with an offer. Each stands alone in a summary too, so it names its field. */
export const faultWords = {
  noTitle: t('offers.fault.noTitle'),
  noAddress: t('offers.fault.noAddress'),
  noLink: t('offers.fault.noLink'),
  unsafeLink: t('offers.fault.unsafeLink'),
  tooLong: (field: string, count: number) => t('offers.fault.tooLong', { field, count }),
  tooManyLines: (field: string, count: number) => t('offers.fault.tooManyLines', { field, count }),
  repeatedLine: (field: string) => t('offers.fault.repeatedLine', { field }),
  longLine: (field: string, count: number) => t('offers.fault.longLine', { field, count }),
  wrongLength: (least: number, most: number, step: number) => t('offers.fault.wrongLength', { least, most, step }),
  noPrice: t('offers.fault.noPrice'),
  tooManyDecimals: (currency: string) => t('offers.fault.tooManyDecimals', { currency }),
  freeWithPrice: t('offers.fault.freeWithPrice'),
  paidWithoutPrice: t('offers.fault.paidWithoutPrice'),
  publicPathway: t('offers.fault.publicPathway'),
  noPathway: t('offers.fault.noPathway'),
  tooManyQuestions: (count: number) => t('offers.fault.tooManyQuestions', { count }),
  question: t('offers.question.label'),
  choices: t('offers.question.choices'),
  noQuestion: t('offers.fault.noQuestion'),
  fewChoices: t('offers.fault.fewChoices'),
  inQuestion: (number: number, fault: string) => t('offers.fault.inQuestion', { number, fault }),
  noLength: t('offers.fault.noLength'),
};
