import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useCurrentUser } from './api/current-user.ts';
import { choseLanguage } from './chosen-language.ts';

/**
 * Keeps the account's language, which is that of its mails: as the person chose it for the app, and once for an account
 * that has none. Quietly: where it cannot be saved, the next visit tries again.
 */
export function useAccountLocale(): void {
  const queryClient = useQueryClient();
  const { data: user } = useCurrentUser();
  useEffect(() => {
    if (!user || (user.locale !== null && !choseLanguage(user.id))) return;
    void import('./api/save-locale.ts').then(({ saveLocale }) => saveLocale(queryClient, user)).catch(() => undefined);
  }, [queryClient, user]);
}
