import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { timesOf } from '../api/keys.ts';
import { shareTimes } from './share-times.ts';

/** Keeps the expert's free times on this page true while it is open: a time taken elsewhere greys out by itself. */
export function useLiveTimes(expertId: string): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    return shareTimes(expertId, () => void queryClient.invalidateQueries(timesOf(expertId)));
  }, [queryClient, expertId]);
}
