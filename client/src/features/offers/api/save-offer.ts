import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { HourlyOffer, SessionType, SessionTypeBody } from '@serene/shared/contracts';
import { hasCode } from '../../../lib/api/errors.ts';
import { request } from '../../../lib/api/request.ts';
import type { RequestInput } from '../../../lib/api/types.ts';
import { offerKeys } from './keys.ts';
import { forgetOffers, showInList } from './offer-cache.ts';

/** An offer to save: the one that was edited, or null for a new one, and what it is to be. */
export type OfferToSave = { saved: SessionType | null; body: SessionTypeBody };

/** Makes a session type, or changes the version of it that was edited. */
export function useSaveOffer() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ saved, body }: OfferToSave): Promise<SessionType> => {
      if (saved === null) return (await request('POST /scheduling/session-types', { body })).sessionType;
      const { id, version } = saved;
      const changed = { params: { id }, body: { ...body, version } };
      return (await request('PUT /scheduling/session-types/:id', changed)).sessionType;
    },
    onSuccess: (type) => {
      showInList(queryClient, type);
      return forgetOffers(queryClient);
    },
    onError: (error) => {
      const theirs = conflictingType(error);
      if (theirs !== undefined) showInList(queryClient, theirs);
    },
  });
}

/** What somebody else saved meanwhile. */
export function conflictingType(error: unknown): SessionType | undefined {
  return hasCode(error, 'VERSION_CONFLICT') ? error.details?.sessionType : undefined;
}

/** Changes the expert's hour. */
export function useSaveHourlyOffer() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (body: RequestInput<'PUT /experts/me/hourly-offer'>['body']): Promise<HourlyOffer> =>
      (await request('PUT /experts/me/hourly-offer', { body })).hourlyOffer,
    onSuccess: async (hour) => {
      queryClient.setQueryData(offerKeys.hour, hour);
      await forgetOffers(queryClient);
    },
    onError: (error) => {
      const theirs = conflictingHour(error);
      if (theirs !== undefined) queryClient.setQueryData(offerKeys.hour, theirs);
    },
  });
}

/** What somebody else saved meanwhile. */
export function conflictingHour(error: unknown): HourlyOffer | undefined {
  return hasCode(error, 'VERSION_CONFLICT') ? error.details?.hourlyOffer : undefined;
}
