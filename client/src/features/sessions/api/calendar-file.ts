import { useMutation } from '@tanstack/react-query';
import type { Session } from '@serene/shared/contracts';
import { requestFile } from '../../../lib/api/request.ts';
import { saveFile } from '../../../lib/download.ts';

/** Downloads the session for a calendar. */
export function useCalendarFile() {
  return useMutation({
    mutationFn: async ({ id, reference }: Pick<Session, 'id' | 'reference'>) =>
      saveFile(await requestFile('GET /sessions/:id/calendar.ics', { id }), `session-${reference}.ics`),
  });
}
