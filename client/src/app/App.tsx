import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Pages } from './Pages.tsx';

type AppProps = { queryClient: QueryClient };

/** The app, inside a router; tests bring their own. */
export function App({ queryClient }: AppProps) {
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <Pages />
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
