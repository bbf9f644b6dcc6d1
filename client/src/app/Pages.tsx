import { useRoutes } from 'react-router-dom';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { RootLayout } from './layout/RootLayout.tsx';
import { routes } from './routes.tsx';
import { useShownLocation } from './use-shown-location.ts';

/** The page of the address, in the frame of all pages. One that breaks leaves the way to the others. */
export function Pages() {
  const { shown, isLeaving } = useShownLocation();
  const page = useRoutes(routes, shown);
  return (
    <RootLayout shown={shown} isLeaving={isLeaving}>
      <ErrorBoundary key={shown.pathname}>{page}</ErrorBoundary>
    </RootLayout>
  );
}
