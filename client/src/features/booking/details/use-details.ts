import type { SessionType } from '@serene/shared/contracts';
import { useMemo, useSyncExternalStore } from 'react';
import type { ClientDetails } from '../wizard/state.ts';
import { detailFaults, noDetails } from './details.ts';
import { draftText, dropDraft, keepDraft, onDraft, readDraft } from './draft.ts';

type DetailsOf = { expertId: string; sessionType: SessionType | null | undefined; userId: string | null };

/** What the customer tells about an offer, as this tab keeps it while it is typed. */
export function useDetails({ expertId, sessionType, userId }: DetailsOf) {
  const whose = { expertId, offerId: sessionType?.id ?? 'hourly', userId };
  const text = useSyncExternalStore(onDraft, () => draftText(whose));
  const draft = useMemo(() => readDraft(text, userId), [text, userId]);
  const details = draft?.details ?? noDetails;
  // The offer may have got other questions since.
  const isComplete =
    draft?.isDone === true && sessionType !== undefined && Object.keys(detailFaults(sessionType, details)).length === 0;
  return {
    details,
    /** Those that the customer has gone on with, as long as they answer what the offer asks. */
    clientDetails: isComplete ? details : undefined,
    type: (next: ClientDetails) => keepDraft(whose, { details: next, isDone: false }),
    finish: (next: ClientDetails) => keepDraft(whose, { details: next, isDone: true }),
    forget: () => dropDraft(whose),
  };
}
