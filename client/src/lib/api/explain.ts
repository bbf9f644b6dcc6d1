import { ApiError, type ApiErrorCode } from './errors.ts';

// Only what reads the same everywhere; a screen that knows more says more.
const words: Partial<Record<ApiErrorCode, string>> = {
  NETWORK: 'The service could not be reached. Check your connection and try again.',
  BAD_RESPONSE: 'The service sent an answer we could not read. Try again in a moment.',
  UNAUTHENTICATED: 'Your sign-in has ended. Sign in again to go on.',
  OTHER_ACCOUNT: 'This browser is signed in with another account now. Nothing was done with it.',
  FORBIDDEN: 'Your account may not do this.',
  NOT_FOUND: 'It does not exist, or it is not yours.',
  INTERNAL: 'Something went wrong on our side. Try again in a moment.',
  BUSY: 'We are very busy right now. Try again in a moment.',
  GATEWAY_UNAVAILABLE: 'The payment service did not answer. Try again in a moment.',
};

/** What went wrong, in words for people. */
export function explain(error: unknown): string {
  if (!(error instanceof ApiError)) return 'Something went wrong on this page. Try again.';
  if (error.code === 'TOO_MANY_REQUESTS') return `Too many tries. Wait ${error.retryAfter ?? 60} seconds.`;
  return words[error.code] ?? error.message;
}
