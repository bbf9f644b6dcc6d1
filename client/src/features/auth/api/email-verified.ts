import type { User } from '@serene/shared/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../lib/api/request.ts';
import { currentUserQueryOptions } from './current-user.ts';

/**
 * Whether the person's address is confirmed; it counts as confirmed where that is not told. Until it is, that is asked
 * again whenever the page is turned to: the link in the mail opens another tab, or is followed on a phone.
 */
export function useEmailVerified(user: User): boolean {
  const queryClient = useQueryClient();
  const { queryKey } = currentUserQueryOptions();
  const { data: confirmedSince } = useQuery({
    queryKey: ['email-verified', user.id],
    queryFn: async ({ signal }) => {
      const { user: found } = await request('GET /me', { signal });
      queryClient.setQueryData(queryKey, (shown) => (shown?.id === found.id ? found : shown));
      return found.emailVerified;
    },
    enabled: isUnconfirmed(user),
    initialData: false,
    staleTime: Infinity,
    refetchOnWindowFocus: 'always',
    gcTime: 0,
  });
  return !isUnconfirmed(user) || confirmedSince;
}

/** An account that an older page kept, or an older server sends, does not tell. */
function isUnconfirmed({ emailVerified }: Partial<User>): boolean {
  return emailVerified === false;
}
