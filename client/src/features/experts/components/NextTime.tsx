import { Clock } from 'lucide-react';
import { shortDayAndTime } from '../../../lib/time/format.ts';
import { words } from '../list-words.ts';

type NextTimeProps = {
  /** The next free instant, null where there is none, undefined until that is known. */
  startsAt: string | null | undefined;
  zone: string;
};

/** When the expert is free next, in a line whose room is kept until it is known. */
export function NextTime({ startsAt, zone }: NextTimeProps) {
  return (
    <p className="flex min-h-5 items-center gap-1 text-small">
      {startsAt !== undefined && (
        <>
          <Clock aria-hidden className="size-4 shrink-0 text-muted" />
          {startsAt === null ? (
            <span className="text-muted">{words.noNextTime}</span>
          ) : (
            <span className="font-medium tabular-nums">{words.nextTime(shortDayAndTime(startsAt, zone))}</span>
          )}
        </>
      )}
    </p>
  );
}
