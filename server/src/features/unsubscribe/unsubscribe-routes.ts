import type { Router, Request, Response } from 'express';
import { notFound } from '../../errors.ts';
import { networkOf } from '../../http/network.ts';
import type { RateLimit } from '../../http/rate-limit.ts';
import { createRouter } from '../../http/router.ts';
import { findUserById, switchRemindersOff, type UserRecord } from '../auth/index.ts';
import { readerLocale, type Language } from '../notifications/index.ts';
import type { UnsubscribeLinks } from './unsubscribe-link.ts';
import { askPage, donePage } from './unsubscribe-pages.ts';

type Dependencies = { links: UnsubscribeLinks; rateLimit: RateLimit };

/**
 * The link of `List-Unsubscribe`. A mail program posts to it without asking anybody (RFC 8058 §3.1); somebody who opens
 * it gets a page with a button, since programs that look for viruses open links as well. Neither speaks JSON, so these
 * are no endpoints of the contract.
 */
export function unsubscribeRoutes({ links, rateLimit }: Dependencies): Router {
  const router = createRouter();
  const ownerOf = async (request: Request<{ token: string }>) => {
    await rateLimit('unsubscribe', { network: networkOf(request) });
    const userId = links.readToken(request.params.token);
    if (!userId) throw notFound('The link');
    return userId;
  };

  router.get('/unsubscribe/:token', async (request, response) => {
    const owner = await findUserById(await ownerOf(request));
    sendPage(response, askPage(languageOf(owner)));
  });

  router.post('/unsubscribe/:token', async (request, response) => {
    // Nothing to switch off on an account that is gone: done all the same.
    const owner = await switchRemindersOff(await ownerOf(request));
    sendPage(response, donePage(languageOf(owner)));
  });

  return router;
}

/** The pages speak as the mail did that led to them. */
function languageOf(owner: UserRecord | null): Language {
  return readerLocale(owner?.locale).language;
}

/** Its style is inside the page, and its button posts to the address that it came from. */
const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";

function sendPage(response: Response, html: string): void {
  response.set({ 'Content-Security-Policy': pagePolicy, 'Referrer-Policy': 'no-referrer' }).type('html').send(html);
}
