import { QueryClient } from '@tanstack/react-query';
import { isTransient } from '../lib/api/errors.ts';

/** The one store of server state. Only what may succeed by itself a moment later is tried again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (count, error) => count < 2 && isTransient(error) },
    },
  });
}
