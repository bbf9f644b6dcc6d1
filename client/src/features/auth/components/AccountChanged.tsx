import type { User } from '@serene/shared/contracts';
import { useEffect, useRef } from 'react';
import { Button, PageHeading } from '../../../components/ui/index.ts';
import { words } from '../words.ts';

type AccountChangedProps = { user: User; onAccept: () => void };

/** Says that another tab signed in as somebody else, in place of the page. */
export function AccountChanged({ user, onAccept }: AccountChangedProps) {
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
