import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useCurrentUser } from './api/current-user.ts';

/** Holds the id of the person who chose another language for the app, until their account knows it. */
const unsaved = 'serene.locale-unsaved';

/** Remembers that a person chose another language: the page is about to be loaded again, which ends every request. */
export function noteChosenLanguage(userId: string): void {
  localStorage.setItem(unsaved, userId);
}

/**
 * Keeps the account's language, which is that of its mails: as the person chose it for the app, and once for an account
 * that has none. Quietly: where it cannot be saved, the next visit tries again.
 */
export function useAccountLocale(): void {
  const queryClient = useQueryClient();
  const { data: user } = useCurrentUser();
  useEffect(() => {
    if (!user || (user.locale !== null && localStorage.getItem(unsaved) !== user.id)) return;
    void import('./api/save-locale.ts')
      .then(({ saveLocale }) => saveLocale(queryClient, user))
      .then(() => localStorage.removeItem(unsaved))
      .catch(() => undefined);
  }, [queryClient, user]);
}
