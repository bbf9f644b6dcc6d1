import type { Session } from '@serene/shared/contracts';
import { Video } from 'lucide-react';
import { buttonClass } from '../../../components/ui/index.ts';
import { words } from '../words.ts';

type JoinSessionProps = { session: Pick<Session, 'joinUrl' | 'status'> };

/** The way into the call. The server gives the address only to the two people and only around the session. */
export function JoinSession({ session: { joinUrl, status } }: JoinSessionProps) {
  if (joinUrl !== null) {
    return (
      <a href={joinUrl} target="_blank" rel="noreferrer" className={buttonClass('primary')}>
        <Video aria-hidden className="size-5" />
        {words.join}
        <span className="sr-only"> ({words.newTab})</span>
      </a>
    );
  }
  return status === 'confirmed' ? <p className="text-small text-muted">{words.joinLater}</p> : null;
}
