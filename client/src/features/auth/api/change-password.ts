import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keepAccessToken } from '../../../lib/api/access-token.ts';
import { request } from '../../../lib/api/request.ts';
import { currentUserKey, currentUserQueryOptions } from './current-user.ts';

/** Changes the password by the current one. All sign-ins end; this page goes on with the new one of the answer. */
export function useChangePassword() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { currentPassword: string; password: string }) =>
      request('POST /auth/change-password', { body }),
    onSuccess: ({ accessToken, user }) => {
      keepAccessToken(accessToken, user.id);
      queryClient.setQueryData(currentUserQueryOptions().queryKey, user);
      // What the old password opened has ended: other devices, and links to calendars. The person is known already.
      return queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== currentUserKey[0] });
    },
  });
}
