import type { Router } from 'express';
import type { MountEndpoint } from '../../../http/endpoint.ts';
import type { RateLimit } from '../../../http/rate-limit.ts';
import { createRouter } from '../../../http/router.ts';
import { forgotPassword } from './forgot-password.ts';
import type { EndFeedsOf } from '../end-access.ts';
import type { DeviceCookie } from '../guessing/device-cookie.ts';
import type { LinkDependencies } from './mailed-link.ts';
import { resendVerification } from './resend-verification.ts';
import { resetPassword } from './reset-password.ts';
import { verifyEmail } from './verify-email.ts';

type Dependencies = LinkDependencies & {
  endpoint: MountEndpoint;
  rateLimit: RateLimit;
  deviceCookie: DeviceCookie;
  /** Calendars know accounts, not the other way round. */
  endFeedsOf: EndFeedsOf;
};

/** Confirming an address and choosing a new password, each by a link that is mailed. */
export function accountLinkRoutes({ endpoint, rateLimit, deviceCookie, ...dependencies }: Dependencies): Router {
  const router = createRouter();

  endpoint(router, 'POST /auth/verify-email', async ({ body }) => {
    return { status: 200, body: { success: true, state: await verifyEmail(dependencies, body.token) } };
  });

  endpoint(router, 'POST /auth/verify-email/resend', async ({ principal }) => {
    return { status: 200, body: { success: true, state: await resendVerification(dependencies, principal.userId) } };
  });

  endpoint(router, 'POST /auth/forgot-password', async ({ body }) => {
    // By the address that was typed, whether or not it has an account.
    await rateLimit('forgot-account', { person: body.email });
    await forgotPassword(dependencies, body.email);
    return { status: 202, body: { success: true } };
  });

  endpoint(router, 'POST /auth/reset-password', async ({ body, request, response }) => {
    const user = await resetPassword(dependencies, body);
    // The owner's way past a crowd that guesses: whoever reads their email is no stranger.
    deviceCookie.write(request, response, user);
    return { status: 200, body: { success: true, email: user.email } };
  });

  return router;
}
