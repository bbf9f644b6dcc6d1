import type { Session } from '@serene/shared/contracts';
import { Video } from 'lucide-react';
import { buttonClass } from '../../../components/ui/index.ts';
import { useServerNow } from '../../../lib/time/server-clock.ts';
import { words } from '../words.ts';

type JoinSessionProps = { session: Pick<Session, 'joinUrl' | 'status' | 'endsAt' | 'place'> };

/**
 * The way into the call. The server gives the address only to the two people and only around the session; it goes away
 * with the end also where nobody could be asked.
 */
export function JoinSession({ session: { joinUrl, status, endsAt, place } }: JoinSessionProps) {
  const now = useServerNow();
  if (place.kind !== 'room') return null;
  if (joinUrl !== null) {
    if (now !== null && now >= Date.parse(endsAt)) return null;
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
