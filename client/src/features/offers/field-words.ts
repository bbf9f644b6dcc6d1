import { t } from '../../lib/messages/translate.ts';
import type { OfferDraft } from './draft/offer-draft.ts';

/** What each field of an offer is called: in its form, in front of what is wrong with it, and where versions are compared. */
export const fieldNames: Record<keyof OfferDraft, string> = {
  isActive: t('offers.field.isActive'),
  title: t('offers.field.title'),
  description: t('offers.field.description'),
  color: t('offers.field.color'),
  durationMinutes: t('offers.field.durationMinutes'),
  category: t('offers.field.category'),
  price: t('offers.field.price'),
  currency: t('experts.currency'),
  access: t('offers.field.access'),
  pathways: t('offers.field.pathways'),
  questions: t('offers.questions'),
  bufferMinutes: t('offers.field.bufferMinutes'),
  minimumNoticeMinutes: t('offers.field.minimumNoticeMinutes'),
  maximumAdvanceDays: t('offers.field.maximumAdvanceDays'),
  requiresApproval: t('offers.field.requiresApproval'),
  cancellationPolicy: t('sessions.policy'),
  placeKind: t('offers.field.placeKind'),
  link: t('offers.field.link'),
  address: t('offers.field.address'),
};

/** What each field of the expert's hour is called. */
export const hourlyFieldNames = {
  isActive: fieldNames.isActive,
  rate: t('offers.field.rate'),
  currency: fieldNames.currency,
  durations: t('offers.field.durations'),
};
