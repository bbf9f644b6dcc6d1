import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { dropAccessToken } from '../../../lib/api/access-token.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { request } from '../../../lib/api/request.ts';

function signInsQueryOptions() {
  return queryOptions({
    queryKey: ['sign-ins'],
    queryFn: async ({ signal }) => (await request('GET /me/sign-ins', { signal })).signIns,
    staleTime: 0,
  });
}

/** The devices on which the person is signed in, this one first. */
export function useSignIns() {
  return useQuery(signInsQueryOptions());
}

/** Signs another device out. One that was signed out already is what was wanted. */
export function useEndSignIn() {
  const queryClient = useQueryClient();
  const { queryKey } = signInsQueryOptions();
  return useMutation({
    mutationFn: async (id: string) => {
      try {
        await request('DELETE /me/sign-ins/:id', { params: { id } });
      } catch (error) {
        if (!hasCode(error, 'NOT_FOUND')) throw error;
      }
    },
    onMutate: () => queryClient.cancelQueries({ queryKey }),
    onSuccess: (_nothing, id) =>
      queryClient.setQueryData(queryKey, (signIns) => signIns?.filter((signIn) => signIn.id !== id)),
  });
}

/** Signs the person out everywhere, here too. */
export function useEndSignIns() {
  return useMutation({
    mutationFn: () => request('DELETE /me/sign-ins'),
    onSuccess: () => dropAccessToken(),
  });
}
