import type { QueryClient } from '@tanstack/react-query';
import type { SessionType } from '@serene/shared/contracts';
import { offerKeys } from './keys.ts';

/** The order of the expert's own list and of the cards of the profile. */
export function inOrder(types: readonly SessionType[]): SessionType[] {
  return types.toSorted((one, other) => one.position - other.position);
}

/** Shows a session type in the expert's own list as it is now. */
export function showInList(queryClient: QueryClient, saved: SessionType): void {
  queryClient.setQueryData<SessionType[]>(offerKeys.own(saved.expertId), (list) =>
    list === undefined ? list : inOrder([...list.filter(({ id }) => id !== saved.id), saved]),
  );
}

/** What other pages know of an expert's offers, prices and times is old now. */
export function forgetOffers(queryClient: QueryClient): Promise<void> {
  const touched: readonly unknown[] = ['times', 'expert', 'experts'];
  return queryClient.invalidateQueries({
    predicate: ({ queryKey: [kind, part] }) => touched.includes(kind) || (kind === offerKeys.all[0] && part !== 'mine'),
    refetchType: 'none',
  });
}
