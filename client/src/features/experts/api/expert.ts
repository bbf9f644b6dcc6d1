import { queryOptions, useQuery } from '@tanstack/react-query';
import { request } from '../../../lib/api/request.ts';
import { expertKeys } from './keys.ts';

export function expertQueryOptions(idOrSlug: string) {
  return queryOptions({
    queryKey: [...expertKeys.profiles, idOrSlug],
    queryFn: ({ signal }) => request('GET /experts/:id', { params: { id: idOrSlug }, signal }),
    select: ({ expert }) => expert,
  });
}

/** A public profile. */
export function useExpert(idOrSlug: string) {
  return useQuery(expertQueryOptions(idOrSlug));
}
