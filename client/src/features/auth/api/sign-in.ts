import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { keepAccessToken } from '../../../lib/api/access-token.ts';
import { request } from '../../../lib/api/request.ts';
import type { ResponseBody } from '../../../lib/api/types.ts';
import { currentUserQueryOptions } from './current-user.ts';

type Credentials = { email: string; password: string };
type SignedIn = ResponseBody<'POST /auth/login'>;

/** Signs in; everything shown before is read again, since some of it depends on who asks. */
export function useSignIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => request('POST /auth/login', { body: credentials }),
    onSuccess: (answer) => enter(queryClient, answer),
  });
}

/** Takes the place of the visitor: the token, the person, and a fresh look at the rest. */
export function enter(queryClient: QueryClient, { accessToken, user }: SignedIn): void {
  keepAccessToken(accessToken);
  const { queryKey } = currentUserQueryOptions();
  queryClient.setQueryData(queryKey, user);
  // Not awaited: the next page shows its own loading state.
  void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] });
}
