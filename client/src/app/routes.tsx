import { matchRoutes, type Location, type RouteObject } from 'react-router-dom';
import { authPages } from '../features/auth/index.ts';
import { availabilityPages } from '../features/availability/index.ts';
import { bookingPages } from '../features/booking/index.ts';
import { expertPages } from '../features/experts/index.ts';
import { mailPages } from '../features/mails/index.ts';
import { offerPages } from '../features/offers/index.ts';
import { sessionPages } from '../features/sessions/index.ts';
import { settingsPages } from '../features/settings/index.ts';
import { FetchedPage, type FetchPage } from './FetchedPage.tsx';
import type { PagePath } from './page-path.ts';
import { HomePage } from './pages/HomePage.tsx';

const partsPage = async () => (await import('../development/PartsPage.tsx')).PartsPage;
const notFoundPage = async () => (await import('./pages/NotFoundPage.tsx')).NotFoundPage;

const pages: Record<Exclude<PagePath, '/'>, FetchPage> = {
  '/experts': expertPages.list,
  '/experts/:slug': expertPages.profile,
  '/login': authPages.login,
  '/register': authPages.register,
  '/forgot-password': authPages.forgotPassword,
  '/reset-password': authPages.resetPassword,
  '/verify-email': authPages.verifyEmail,
  '/booking/:expertId': expertPages.booking,
  '/booking/success': bookingPages.success,
  '/booking/confirmation': bookingPages.confirmation,
  '/booking/cancel': bookingPages.confirmation,
  '/bookings/:id/pay': bookingPages.pay,
  '/booking/failed': bookingPages.failed,
  '/dashboard': sessionPages.dashboard,
  '/sessions/:id': sessionPages.session,
  '/expert/dashboard': sessionPages.expertDashboard,
  '/expert/availability': availabilityPages.week,
  '/expert/offers': offerPages.own,
  '/expert/offers/:id': offerPages.one,
  '/admin/mails': mailPages.all,
  '/settings': settingsPages.settings,
};

/** Every page is fetched when it is opened, but the start page, where signing out leads as well: that is always here. */
export const routes: RouteObject[] = [
  { path: '/', element: <HomePage /> },
  ...Object.entries(pages).map(([path, fetchPage]) => fetched(path, fetchPage)),
  ...(import.meta.env.DEV ? [fetched('/development/parts', partsPage)] : []),
  fetched('*', notFoundPage),
];

function fetched(path: string, fetchPage: FetchPage): RouteObject {
  return { path, handle: fetchPage, element: <FetchedPage key={path} fetchPage={fetchPage} /> };
}

/** What fetches the page of an address; undefined where it is here already. */
export function pageFetcher(location: Pick<Location, 'pathname'>): FetchPage | undefined {
  const handle: unknown = matchRoutes(routes, location)?.at(-1)?.route.handle;
  return isFetcher(handle) ? handle : undefined;
}

function isFetcher(handle: unknown): handle is FetchPage {
  return typeof handle === 'function';
}
