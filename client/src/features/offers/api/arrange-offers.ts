import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SessionType } from '@serene/shared/contracts';
import { request } from '../../../lib/api/request.ts';
import { offerKeys } from './keys.ts';
import { forgetOffers, inOrder } from './offer-cache.ts';

type Arrangement = { types: readonly SessionType[]; before: SessionType[] | undefined };

/** Arranges the cards of an expert's page. The list shows the new order at once, and the old one again if it fails. */
export function useOrderOffers(expertId: string) {
  const queryClient = useQueryClient();
  const queryKey = offerKeys.own(expertId);
  const isLast = () => queryClient.isMutating({ mutationKey: queryKey }) === 1;
  const { mutate, error } = useMutation({
    mutationKey: queryKey,
    // One after the other, so that the last press is the order that stays.
    scope: { id: queryKey.join() },
    mutationFn: async ({ types }: Arrangement): Promise<SessionType[]> => {
      const body = { ids: types.map(({ id }) => id) };
      return (await request('PUT /scheduling/session-types/order', { body })).sessionTypes;
    },
    onSuccess: (types) => {
      if (isLast()) queryClient.setQueryData<SessionType[]>(queryKey, inOrder(types));
      return forgetOffers(queryClient);
    },
    onError: (_, { before }) => {
      if (isLast()) queryClient.setQueryData<SessionType[]>(queryKey, before);
    },
  });
  const arrange = (wanted: readonly SessionType[]) => {
    void queryClient.cancelQueries({ queryKey });
    const before = queryClient.getQueryData<SessionType[]>(queryKey);
    const types = wanted.map((type, position) => ({ ...type, position }));
    queryClient.setQueryData<SessionType[]>(queryKey, types);
    mutate({ types, before });
  };
  return { arrange, error };
}

/** Deletes a session type; one that was ever held or booked is switched off, and comes back so (F3). */
export function useDeleteOffer(expertId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (id: string): Promise<SessionType | null> =>
      (await request('DELETE /scheduling/session-types/:id', { params: { id } })).sessionType,
    onSuccess: (left, id) => {
      queryClient.setQueryData<SessionType[]>(offerKeys.own(expertId), (list) =>
        list?.flatMap((type) => (type.id !== id ? [type] : left === null ? [] : [left])),
      );
      return forgetOffers(queryClient);
    },
  });
}
