import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from 'react-router-dom';
import type { createRouter } from './router.tsx';

type AppProps = { queryClient: QueryClient; router: ReturnType<typeof createRouter> };

/** The app from its parts; tests bring their own. */
export function App({ queryClient, router }: AppProps) {
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
