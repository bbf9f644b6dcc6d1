import { Link } from 'react-router-dom';
import type { Expert } from '@serene/shared/contracts';
import { buttonClass, Skeleton } from '../../../components/ui/index.ts';
import { dayKey } from '../../../lib/time/days.ts';
import { shortDayAndTime } from '../../../lib/time/format.ts';
import { onIntent } from '../../../lib/on-intent.ts';
import { bookingPath, loadBookingFlow } from '../../booking/index.ts';
import { useViewerZone, ZoneLine } from '../../auth/index.ts';
import { useNextTimes } from '../api/next-times.ts';
import { words } from '../words.ts';

const shown = 3;

type NextTimesProps = { expert: Pick<Expert, 'id' | 'slug'> };

/** The next free times as a way straight to the confirmation. Their room is kept while they are fetched. */
export function NextTimes({ expert }: NextTimesProps) {
  const { zone } = useViewerZone();
  const next = useNextTimes(expert.id, shown);
  if (next === null || next?.startsAt.length === 0) return null;
  return (
    <section aria-labelledby="next-times" className="flex flex-col gap-2">
      <h3 id="next-times" className="text-small font-semibold">
        {words.nextTimes}
      </h3>
      <ul className="flex flex-col gap-2">
        {next === undefined
          ? Array.from({ length: shown }, (_, place) => (
              <li key={place}>
                <Skeleton className="h-11" />
              </li>
            ))
          : next.startsAt.map((startsAt) => (
              <li key={startsAt}>
                <Link
                  to={bookingPath(
                    expert.slug,
                    { step: 'confirm', date: dayKey(startsAt, zone), duration: next.duration, startsAt },
                    next.sessionTypeId,
                  )}
                  preventScrollReset
                  {...onIntent(loadBookingFlow)}
                  className={`${buttonClass('secondary')} w-full tabular-nums`}
                >
                  {shortDayAndTime(startsAt, zone)}
                </Link>
              </li>
            ))}
      </ul>
      <ZoneLine />
    </section>
  );
}
