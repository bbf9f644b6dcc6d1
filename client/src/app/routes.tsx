import type { RouteObject } from 'react-router-dom';
import { LoginPage, RegisterPage } from '../features/auth/index.ts';
import { RootLayout } from './layout/RootLayout.tsx';
import { CrashPage } from './pages/CrashPage.tsx';
import { HomePage } from './pages/HomePage.tsx';
import { LoadingPage } from './pages/LoadingPage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';

const availability = () => import('../features/availability/index.ts');
const booking = () => import('../features/booking/index.ts');
const experts = () => import('../features/experts/index.ts');
const sessions = () => import('../features/sessions/index.ts');

/** Every page of the app. Mails link to these addresses: they are contracts. A feature loads when it is opened; sign-in is part of every page. */
export const routes: RouteObject[] = [
  {
    element: <RootLayout />,
    errorElement: <CrashPage />,
    hydrateFallbackElement: <LoadingPage />,
    children: [
      {
        // Inside the layout, so that a page that breaks leaves the way to the others.
        errorElement: <CrashPage />,
        children: [
          { index: true, element: <HomePage /> },
          { path: 'experts', lazy: async () => ({ Component: (await experts()).ExpertsPage }) },
          { path: 'experts/:slug', lazy: async () => ({ Component: (await experts()).ExpertPage }) },
          { path: 'login', element: <LoginPage /> },
          { path: 'register', element: <RegisterPage /> },
          { path: 'booking/success', lazy: async () => ({ Component: (await booking()).PaymentSuccess }) },
          { path: 'booking/failed', lazy: async () => ({ Component: (await booking()).PaymentFailed }) },
          { path: 'dashboard', lazy: async () => ({ Component: (await sessions()).DashboardPage }) },
          { path: 'sessions/:id', lazy: async () => ({ Component: (await sessions()).SessionPage }) },
          { path: 'expert/dashboard', lazy: async () => ({ Component: (await sessions()).ExpertDashboardPage }) },
          { path: 'expert/availability', lazy: async () => ({ Component: (await availability()).AvailabilityPage }) },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];
