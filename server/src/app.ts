import express, { type Express, type Router } from 'express';
import type { Config } from './config/config.ts';
import {
  accountLinkRoutes,
  authRoutes,
  createDeviceCookie,
  createLinkTokens,
  createPasswordGuard,
  createTokens,
} from './features/auth/index.ts';
import { bookingRoutes, schedulingRoutes } from './features/bookings/index.ts';
import { offerRoutes } from './features/offers/index.ts';
import { availabilityRoutes } from './features/availability/index.ts';
import { feedRoutes, deleteFeedsOf } from './features/feeds/index.ts';
import { documentRoutes } from './features/documents/index.ts';
import { expertRoutes, findExpertOfUser } from './features/experts/index.ts';
import { invoiceSeller } from './config/invoice-seller.ts';
import { mailBrand } from './config/mail-brand.ts';
import { mailRoutes } from './features/mail-status/index.ts';
import { createUnsubscribeLinks, unsubscribeRoutes } from './features/unsubscribe/index.ts';
import { createLiveChanges, liveRoutes, openChangeFeed } from './features/live/index.ts';
import { paymentRoutes, webhookRoutes } from './features/payments/index.ts';
import { createCalendarFileLinks, readOffsets, sessionRoutes } from './features/sessions/index.ts';
import type { Gateways } from './gateways/payment/registry.ts';
import { databasePatience } from './http/database-patience.ts';
import { apiHeaders } from './http/api-headers.ts';
import { createEndpoint } from './http/endpoint.ts';
import { errorHandler, unknownPath } from './http/error-handler.ts';
import { healthRoutes } from './http/health.ts';
import { logRequests } from './http/log-request.ts';
import { createRateLimit } from './http/rate-limit.ts';
import { requestId } from './http/request-id.ts';
import { createRouter } from './http/router.ts';
import { serverTime } from './http/server-time.ts';
import type { Clock } from './infra/clock.ts';
import type { Logger } from './infra/logger.ts';

export type AppDependencies = {
  config: Config;
  clock: Clock;
  logger: Logger;
  gateways: Gateways;
  /** Aborted when the process was asked to stop: it is not ready any more, but goes on answering. */
  draining?: AbortSignal;
  /** Aborted when the process is about to end: event streams end then. */
  stopping?: AbortSignal;
  /** How long a request waits before the database is suspected. For tests. */
  databasePatienceMs?: number;
};

/** The Express application from its parts. The database must be connected. */
export function createApp(dependencies: AppDependencies): Express {
  const { config, clock, logger } = dependencies;
  const app = express();
  app.set('trust proxy', config.TRUST_PROXY);
  app.set('etag', false);
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.disable('x-powered-by');
  app.use(requestId);
  app.use(serverTime(clock));
  app.use(healthRoutes(dependencies.draining));
  // Each request is a line at `info`. Above that level there is none to write, and preparing one costs as much.
  if (logger.isLevelEnabled('info')) app.use(logRequests(logger));
  app.use(apiHeaders());
  app.use(databasePatience(dependencies.databasePatienceMs));
  app.use('/api/v1', apiRoutes(dependencies));
  app.use(unknownPath);
  app.use(errorHandler(logger));
  return app;
}

function apiRoutes({ config, clock, logger, gateways, stopping }: AppDependencies): Router {
  const router = createRouter();
  const rateLimit = createRateLimit(config.RATE_LIMITS, clock);
  const tokens = createTokens({ secret: config.JWT_SECRET, clock });
  const linkTokens = createLinkTokens(config.JWT_SECRET);
  const passwordGuard = createPasswordGuard(config.RATE_LIMITS, clock);
  const deviceCookie = createDeviceCookie({ secret: config.JWT_SECRET, frontendUrl: config.FRONTEND_URL });
  const endpoint = createEndpoint(tokens, config.RATE_LIMITS === 'on' ? rateLimit : null);
  const settling = { clock, gateways, logger };
  const display = {
    videoBaseUrl: config.VIDEO_BASE_URL,
    reminderOffsets: readOffsets(config.REMINDER_OFFSETS),
  };
  const brand = mailBrand(config);

  router.use(webhookRoutes(settling));
  router.use(express.json({ limit: '100kb' }));
  router.use(
    authRoutes({
      endpoint,
      rateLimit,
      passwordGuard,
      deviceCookie,
      tokens,
      linkTokens,
      clock,
      frontendUrl: config.FRONTEND_URL,
      endFeedsOf: deleteFeedsOf,
      findProfileOf: findExpertOfUser,
    }),
  );
  router.use(accountLinkRoutes({ endpoint, rateLimit, deviceCookie, linkTokens, clock, endFeedsOf: deleteFeedsOf }));
  router.use(availabilityRoutes({ endpoint, clock }));
  router.use(
    liveRoutes({
      live: createLiveChanges({ logger, openFeed: openChangeFeed }),
      limits: config.RATE_LIMITS,
      rateLimit,
      stopping: stopping ?? new AbortController().signal,
    }),
  );
  router.use(bookingRoutes({ ...settling, endpoint, display, limits: config.RATE_LIMITS }));
  // Before the experts by id: "me" would be taken for one.
  router.use(offerRoutes({ endpoint, clock, marketplace: config.MARKETPLACE }));
  router.use(expertRoutes({ endpoint }));
  router.use(
    schedulingRoutes({
      ...settling,
      endpoint,
      holdMinutes: config.HOLD_MINUTES,
      limits: config.RATE_LIMITS,
      frontendUrl: config.FRONTEND_URL,
    }),
  );
  router.use(
    paymentRoutes({
      ...settling,
      endpoint,
      rateLimit,
      display,
      holdMinutes: config.HOLD_MINUTES,
      limits: config.RATE_LIMITS,
      frontendUrl: config.FRONTEND_URL,
      secret: config.JWT_SECRET,
    }),
  );
  router.use(feedRoutes({ endpoint, clock, brand }));
  router.use(mailRoutes({ endpoint, clock }));
  const links = createUnsubscribeLinks({ secret: config.JWT_SECRET, frontendUrl: config.FRONTEND_URL });
  router.use(unsubscribeRoutes({ links, rateLimit }));
  router.use(documentRoutes({ endpoint, clock, seller: invoiceSeller(config) }));
  router.use(
    sessionRoutes({
      endpoint,
      clock,
      display,
      brand,
      calendarFileLinks: createCalendarFileLinks(config.JWT_SECRET, config.FRONTEND_URL),
    }),
  );
  return router;
}
