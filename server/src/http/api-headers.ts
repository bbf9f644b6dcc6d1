import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** What no answer of the API has any use for. */
const permissions = 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()';

/**
 * The headers of every answer of the API. It serves data, so a browser that is led to show an answer as a page loads
 * and runs nothing; and what it says is for one reader, so nobody keeps it unless an endpoint says otherwise.
 */
export function apiHeaders(): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
      },
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
      referrerPolicy: { policy: 'no-referrer' },
      xFrameOptions: { action: 'deny' },
    }),
    (_request, response, next) => {
      response.set({ 'Cache-Control': 'no-store', 'Permissions-Policy': permissions });
      next();
    },
  ];
}
