import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { User } from '@serene/shared/contracts';
import { request } from '../../../lib/api/request.ts';
import { accountKey, currentUserKey, forgetChosenLanguage } from '../../auth/index.ts';

function accountQueryOptions() {
  return queryOptions({
    queryKey: accountKey,
    queryFn: async ({ signal }): Promise<User> => (await request('GET /me', { signal })).user,
    staleTime: 0,
    // Forgotten with the page: the next visit begins with what holds then.
    gcTime: 0,
  });
}

/** The account as it is now: since the sign-in, the link in a mail may have switched reminders off. */
export function useAccount() {
  return useQuery(accountQueryOptions());
}

type AccountChange = { name?: string; phone?: string | null; reminders?: boolean; timezone?: string; locale?: string };

/** Changes the account, for every page. */
export function useSaveAccount() {
  const queryClient = useQueryClient();
  const { queryKey } = accountQueryOptions();
  return useMutation({
    mutationFn: async (change: AccountChange): Promise<User> => (await request('PATCH /me', { body: change })).user,
    // An answer from before the change must not arrive after it.
    onMutate: () => queryClient.cancelQueries({ queryKey }),
    onSuccess: (user, { locale }) => {
      // Before the pages see the change: what was chosen for the app earlier must not be saved over it.
      if (locale !== undefined) forgetChosenLanguage(user.id);
      queryClient.setQueryData(queryKey, user);
      queryClient.setQueryData<User | null>(currentUserKey, (shown) => (shown?.id === user.id ? user : shown));
    },
  });
}
