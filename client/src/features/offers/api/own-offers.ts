import { useQuery } from '@tanstack/react-query';
import type { HourlyOffer, OwnExpert, SessionType } from '@serene/shared/contracts';
import { ApiError } from '../../../lib/api/errors.ts';
import { request } from '../../../lib/api/request.ts';
import { offerKeys } from './keys.ts';
import { inOrder } from './offer-cache.ts';

// What is edited must not change under the expert's hands, and is read again with the next visit.
const asOpened = { staleTime: Infinity, gcTime: 0 };

/**
 * A session type as its expert gets it. What a visitor gets lacks its terms, and saving that would set them back.
 * @throws ApiError UNAUTHENTICATED
 */
function asOwner(type: SessionType): SessionType {
  if (type.terms !== undefined) return type;
  throw new ApiError('UNAUTHENTICATED', 'Your sign-in has ended. Sign in again to see your offers.', { status: 401 });
}

/** All session types of the signed-in expert, also those that are off, in the order of the cards. */
export function useOwnSessionTypes(expertId: string) {
  return useQuery({
    queryKey: offerKeys.own(expertId),
    queryFn: async ({ signal }): Promise<SessionType[]> => {
      const query = { expertId, includeInactive: 'true' } as const;
      const { sessionTypes } = await request('GET /scheduling/session-types', { query, signal });
      return inOrder(sessionTypes.map(asOwner));
    },
    staleTime: 0,
  });
}

/** One of them, as it was when its editor was opened. */
export function useEditedSessionType(id: string) {
  return useQuery({
    queryKey: offerKeys.edited(id),
    queryFn: async ({ signal }): Promise<SessionType> =>
      asOwner((await request('GET /scheduling/session-types/:id', { params: { id }, signal })).sessionType),
    ...asOpened,
  });
}

async function fetchHourlyOffer({ signal }: { signal: AbortSignal }): Promise<HourlyOffer> {
  return (await request('GET /experts/me/hourly-offer', { signal })).hourlyOffer;
}

/** The signed-in expert's hour. */
export function useHourlyOffer() {
  return useQuery({ queryKey: offerKeys.hour, queryFn: fetchHourlyOffer, staleTime: 0 });
}

/** The same, as it was when its editor was opened. */
export function useEditedHourlyOffer() {
  return useQuery({ queryKey: offerKeys.editedHour, queryFn: fetchHourlyOffer, ...asOpened });
}

/** The rules that hold where an offer has none of its own (F2). */
export type ExpertRules = Pick<
  OwnExpert,
  | 'bufferMinutes'
  | 'minimumNoticeMinutes'
  | 'maximumAdvanceDays'
  | 'requiresApproval'
  | 'cancellationPolicy'
  | 'currency'
>;

/** The signed-in expert's own rules and currency. */
export function useExpertRules() {
  return useQuery({
    queryKey: offerKeys.rules,
    queryFn: async ({ signal }): Promise<ExpertRules> =>
      (await request('GET /experts/me/availability', { signal })).expert,
    ...asOpened,
  });
}
