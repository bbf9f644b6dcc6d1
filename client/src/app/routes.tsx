import { matchRoutes, type Location, type RouteObject } from 'react-router-dom';
import { authPages } from '../features/auth/index.ts';
import { availabilityPages } from '../features/availability/index.ts';
import { bookingPages } from '../features/booking/index.ts';
import { expertPages } from '../features/experts/index.ts';
import { mailPages } from '../features/mails/index.ts';
import { sessionPages } from '../features/sessions/index.ts';
import { settingsPages } from '../features/settings/index.ts';
import { FetchedPage, type FetchPage } from './FetchedPage.tsx';
import { HomePage } from './pages/HomePage.tsx';

const partsPage = async () => (await import('../development/PartsPage.tsx')).PartsPage;
const notFoundPage = async () => (await import('./pages/NotFoundPage.tsx')).NotFoundPage;

/**
 * Every page of the app. Mails link to these addresses: they are contracts. A page is fetched when it is opened; the
 * start page, where signing out leads as well, is always here.
 */
export const routes: RouteObject[] = [
  { path: '/', element: <HomePage /> },
  fetched('/experts', expertPages.list),
  fetched('/experts/:slug', expertPages.profile),
  fetched('/login', authPages.login),
  fetched('/register', authPages.register),
  fetched('/forgot-password', authPages.forgotPassword),
  fetched('/reset-password', authPages.resetPassword),
  fetched('/verify-email', authPages.verifyEmail),
  fetched('/booking/success', bookingPages.success),
  fetched('/booking/failed', bookingPages.failed),
  fetched('/dashboard', sessionPages.dashboard),
  fetched('/sessions/:id', sessionPages.session),
  fetched('/expert/dashboard', sessionPages.expertDashboard),
  fetched('/expert/availability', availabilityPages.week),
  fetched('/admin/mails', mailPages.all),
  fetched('/settings', settingsPages.settings),
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
