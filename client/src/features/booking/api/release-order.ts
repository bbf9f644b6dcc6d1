import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../lib/api/request.ts';
import { timeKeys } from '../../times/index.ts';

/** Gives a held slot back, unless a payment is on its way or done (O4). */
export function useReleaseOrder() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request('DELETE /payments/orders/:id', { params: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: timeKeys.all, refetchType: 'none' }),
  });
}
