import type { QueryClient } from '@tanstack/react-query';
import type { User } from '@serene/shared/contracts';
import { tokenHolder } from '../../../lib/api/access-token.ts';
import { request } from '../../../lib/api/request.ts';
import { chosenLocale } from '../../../lib/messages/locale.ts';
import { regionalLocale } from '../../../lib/messages/regional-locale.ts';
import { forgetChosenLanguage } from '../chosen-language.ts';
import { accountKey, currentUserQueryOptions } from './current-user.ts';

/**
 * Makes the language that was chosen for the app, in this tab or another, with the region of this browser, that of the
 * mails of a person who is still signed in.
 */
export async function saveLocale(queryClient: QueryClient, { id }: User): Promise<void> {
  if (tokenHolder() !== id) return;
  const { user } = await request('PATCH /me', { body: { locale: regionalLocale(chosenLocale()) } });
  forgetChosenLanguage(id);
  const { queryKey } = currentUserQueryOptions();
  // By the time of the answer, this sign-in may have ended, another person may have signed in, or the same one may have
  // changed something else.
  queryClient.setQueryData(queryKey, (shown) => (shown?.id === id ? { ...shown, locale: user.locale } : shown));
  await queryClient.invalidateQueries({ queryKey: accountKey });
}
