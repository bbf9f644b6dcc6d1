import type { Session } from '@serene/shared/contracts';
import { shortDayAndTime } from '../../../../lib/time/format.ts';
import { words } from '../../move-words.ts';

type CurrentTimeProps = { session: Pick<Session, 'startsAt'>; zone: string };

/** The time that the session has now, in view while another one is chosen. */
export function CurrentTime({ session: { startsAt }, zone }: CurrentTimeProps) {
  return (
    <p className="rounded-control bg-surface-2 px-3 py-2 tabular-nums">{words.now(shortDayAndTime(startsAt, zone))}</p>
  );
}
