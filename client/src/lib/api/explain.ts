import { t } from '../messages/translate.ts';
import { ApiError, type ApiErrorCode } from './errors.ts';

// Only what reads the same everywhere; a screen that knows more says more.
const words: Partial<Record<ApiErrorCode, string>> = {
  NETWORK: t('errors.network'),
  BAD_RESPONSE: t('errors.badResponse'),
  UNAUTHENTICATED: t('errors.unauthenticated'),
  OTHER_ACCOUNT: t('errors.otherAccount'),
  FORBIDDEN: t('errors.forbidden'),
  NOT_FOUND: t('errors.notFound'),
  INTERNAL: t('errors.internal'),
  BUSY: t('errors.busy'),
  PAYMENT_REFUSED: t('errors.paymentRefused'),
  GATEWAY_UNAVAILABLE: t('errors.gatewayUnavailable'),
};

/** What went wrong, in words for people; a code without words here keeps those of the server. */
export function explain(error: unknown): string {
  if (!(error instanceof ApiError)) return t('errors.page');
  if (error.code === 'TOO_MANY_REQUESTS') return t('errors.tooManyRequests', { seconds: error.retryAfter ?? 60 });
  return words[error.code] ?? error.message;
}
