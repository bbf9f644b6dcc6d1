import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { keepAccessToken } from '../../../lib/api/access-token.ts';
import { request } from '../../../lib/api/request.ts';
import type { ResponseBody } from '../../../lib/api/types.ts';
import { showAs } from './show-as.ts';

type Credentials = { email: string; password: string };
type SignedIn = ResponseBody<'POST /auth/login'>;

/** Signs in; nothing is left of what was shown before, since it may be another person's. */
export function useSignIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => request('POST /auth/login', { body: credentials }),
    onSuccess: (answer) => enter(queryClient, answer),
  });
}

/** Takes the place of the visitor. */
export function enter(queryClient: QueryClient, { accessToken, user }: SignedIn): void {
  keepAccessToken(accessToken, user.id);
  showAs(queryClient, user);
}
