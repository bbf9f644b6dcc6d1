import cookieParser from 'cookie-parser';
import type { Request, Response, Router } from 'express';
import { Types } from 'mongoose';
import type { MountEndpoint } from '../../http/endpoint.ts';
import { remark } from '../../http/log-request.ts';
import { networkOf } from '../../http/network.ts';
import type { RateLimit } from '../../http/rate-limit.ts';
import { createRouter } from '../../http/router.ts';
import { mailboxOf } from '../notifications/index.ts';
import { changeAccount } from './change-account.ts';
import type { DeviceCookie } from './guessing/device-cookie.ts';
import type { PasswordGuard } from './guessing/password-guard.ts';
import { changePassword } from './change-password.ts';
import { describeDevice } from './describe-device.ts';
import type { EndFeedsOf } from './end-access.ts';
import { heldRoles } from './held-roles.ts';
import { loadAccount } from './load-account.ts';
import type { LinkDependencies } from './links/mailed-link.ts';
import { accountTried, logIn } from './log-in.ts';
import { presentUser, type OwnedProfile } from './presenter.ts';
import { createRefreshCookie } from './refresh-cookie.ts';
import { register } from './register.ts';
import type { SignIn } from './refresh-tokens.ts';
import { endSignIn, endSignIns, listSignIns } from './sign-ins.ts';
import type { Tokens } from './tokens.ts';
import type { UserRecord } from './user-model.ts';

type Dependencies = LinkDependencies & {
  endpoint: MountEndpoint;
  rateLimit: RateLimit;
  tokens: Tokens;
  passwordGuard: PasswordGuard;
  deviceCookie: DeviceCookie;
  /** Calendars know accounts, not the other way round. */
  endFeedsOf: EndFeedsOf;
  /** Decides the cookie's `Secure` and the only `Origin` that may refresh and log out. */
  frontendUrl: string;
  /** Experts know accounts, not the other way round: the profile of an account is asked for through this door. */
  findProfileOf: (userId: Types.ObjectId) => Promise<OwnedProfile | null>;
};

/** `/auth/*` and `/me`. */
export function authRoutes(dependencies: Dependencies): Router {
  const { endpoint, rateLimit, tokens, passwordGuard, deviceCookie, clock, frontendUrl, findProfileOf } = dependencies;
  const router = createRouter();
  const cookie = createRefreshCookie(frontendUrl);
  // Only these paths have a cookie to read; the others need not pay for it.
  router.use(['/auth', '/me'], cookieParser());

  const me = async (user: UserRecord) => ({
    success: true as const,
    user: presentUser(user, await findProfileOf(user._id)),
  });
  const signedIn = async (user: UserRecord, { token, signInId, endsAt }: SignIn, response: Response) => {
    remark(response.req, { userId: user._id.toHexString() });
    const profile = await findProfileOf(user._id);
    const roles = heldRoles(user);
    const expertId = roles.includes('expert') ? (profile?._id ?? null) : null;
    const accessToken = tokens.signAccessToken({ userId: user._id, signInId, roles, expertId }, endsAt);
    cookie.write(response, token, endsAt.getTime() - clock.now().getTime());
    return { success: true as const, accessToken, user: presentUser(user, profile) };
  };

  const tryOf = (request: Request, email: string, account: UserRecord | null) => ({
    email,
    network: networkOf(request),
    device: deviceCookie.read(request, account),
  });

  endpoint(router, 'POST /auth/register', async ({ body, request, response }) => {
    const mailbox = mailboxOf(body.email);
    // The address itself is registered once: counting it would let a stranger's aliases keep its owner out.
    if (body.email !== mailbox) await rateLimit('register-alias', { person: mailbox });
    const user = await register(dependencies, body);
    const signIn = await tokens.startFamily(user, deviceOf(request));
    const answer = await signedIn(user, signIn, response);
    deviceCookie.write(request, response, user);
    return { status: 201, body: answer };
  });

  endpoint(router, 'POST /auth/login', async ({ body, request, response }) => {
    const { email } = body;
    const user = await passwordGuard(tryOf(request, email, await accountTried(email)), () => logIn(body));
    const signIn = await tokens.startFamily(user, deviceOf(request));
    const answer = await signedIn(user, signIn, response);
    deviceCookie.write(request, response, user);
    return { status: 200, body: answer };
  });

  endpoint(router, 'POST /auth/refresh', async ({ request, response }) => {
    cookie.requireOwnOrigin(request);
    const outdated = cookie.readOutdated(request);
    if (outdated !== null) {
      await tokens.revoke(outdated);
      cookie.clear(response);
    }
    const { user, ...signIn } = await tokens.rotate(cookie.read(request) ?? '', deviceOf(request));
    return { status: 200, body: await signedIn(user, signIn, response) };
  });

  endpoint(router, 'POST /auth/logout', async ({ request, response }) => {
    cookie.requireOwnOrigin(request);
    await tokens.revoke(cookie.read(request) ?? '');
    cookie.clear(response);
    return { status: 200, body: { success: true } };
  });

  endpoint(router, 'POST /auth/change-password', async ({ principal, body, request, response }) => {
    const account = await loadAccount(principal.userId);
    const user = await passwordGuard(tryOf(request, account.email, account), () =>
      changePassword(dependencies, account, body),
    );
    const signIn = await tokens.startFamily(user, deviceOf(request));
    const answer = await signedIn(user, signIn, response);
    // The cookie of before is signed for the old password.
    deviceCookie.write(request, response, user);
    return { status: 200, body: answer };
  });

  endpoint(router, 'GET /me/sign-ins', async ({ principal }) => {
    return { status: 200, body: { success: true, signIns: await listSignIns(principal, clock.now()) } };
  });

  endpoint(router, 'DELETE /me/sign-ins/:id', async ({ principal, params }) => {
    const signIn = { userId: principal.userId, signInId: new Types.ObjectId(params.id) };
    await endSignIn(signIn, clock.now());
    return { status: 200, body: { success: true } };
  });

  endpoint(router, 'DELETE /me/sign-ins', async ({ principal, response }) => {
    await endSignIns(principal, clock.now());
    cookie.clear(response);
    return { status: 200, body: { success: true } };
  });

  endpoint(router, 'GET /me', async ({ principal }) => {
    return { status: 200, body: await me(await loadAccount(principal.userId)) };
  });

  endpoint(router, 'PATCH /me', async ({ principal, body }) => {
    return { status: 200, body: await me(await changeAccount(principal.userId, body)) };
  });

  return router;
}

function deviceOf(request: Request) {
  return describeDevice(request.get('user-agent'));
}
