import type { User } from '@serene/shared/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { useAccountLocale } from '../account-locale.ts';
import { onAccountChange } from '../../../lib/api/access-token.ts';
import { lazyPart } from '../../../lib/lazy-part.ts';
import { useCurrentUser } from '../api/current-user.ts';
import { showAs, showAsVisitor } from '../api/show-as.ts';

// Hardly anybody ever sees it.
const AccountChanged = lazyPart(async () => (await import('./AccountChanged.tsx')).AccountChanged);

type AccountGateProps = { children: ReactNode };

/**
 * Follows the end of the sign-in. Where another tab signed in as somebody else, it says so in place of the page: what
 * stood there, half-filled forms included, was another person's.
 */
export function AccountGate({ children }: AccountGateProps) {
  const queryClient = useQueryClient();
  const { data: user } = useCurrentUser();
  useAccountLocale();
  const [newcomer, setNewcomer] = useState<User | null>(null);
  useEffect(
    () =>
      onAccountChange((next) => {
        if (next === null) showAsVisitor(queryClient);
        else showAs(queryClient, next);
        setNewcomer(next);
      }),
    [queryClient],
  );
  if (newcomer === null || !user) return children;
  return (
    <Suspense>
      <AccountChanged user={user} onAccept={() => setNewcomer(null)} />
    </Suspense>
  );
}
