import { t } from './messages/translate.ts';

/** What a deployment may change, read once from the build's environment. */
export const config = {
  brandName: import.meta.env.VITE_BRAND_NAME ?? 'Serene Wellbeing',
  supportEmail: import.meta.env.VITE_SUPPORT_EMAIL ?? 'support@example.com',
  /** Working days a refund usually takes to arrive; banks decide, so it is always said with "about". */
  refundDays: { from: 5, to: 7 },
} as const;

/** A mail to support; `reference` lets them find the case at once. */
export function supportLink(reference?: string): string {
  const subject = reference === undefined ? t('common.helpWithBooking') : t('common.helpWith', { reference });
  return `mailto:${config.supportEmail}?subject=${encodeURIComponent(subject)}`;
}
