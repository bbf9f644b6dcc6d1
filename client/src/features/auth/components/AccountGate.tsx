import type { User } from '@serene/shared/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button, PageHeading } from '../../../components/ui/index.ts';
import { onAccountChange } from '../../../lib/api/access-token.ts';
import { useCurrentUser } from '../api/current-user.ts';
import { showAs, showAsVisitor } from '../api/show-as.ts';
import { words } from '../words.ts';

type AccountGateProps = { children: ReactNode };

/**
 * Follows the end of the sign-in. Where another tab signed in as somebody else, it says so in place of the page: what
 * stood there, half-filled forms included, was another person's.
 */
export function AccountGate({ children }: AccountGateProps) {
  const queryClient = useQueryClient();
  const { data: user } = useCurrentUser();
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
  return newcomer && user ? <AccountChanged user={user} onAccept={() => setNewcomer(null)} /> : children;
}

type AccountChangedProps = { user: User; onAccept: () => void };

function AccountChanged({ user, onAccept }: AccountChangedProps) {
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => page.current?.querySelector('h1')?.focus(), []);
  return (
    <div ref={page} className="page flex flex-col items-start gap-4 py-12">
      <PageHeading title={words.accountChanged(user.name)} />
      <p className="max-w-[68ch]">{words.accountChangedText}</p>
      <Button onClick={onAccept}>{words.goOnAs(user.name)}</Button>
    </div>
  );
}
