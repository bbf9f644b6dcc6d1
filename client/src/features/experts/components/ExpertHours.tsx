import type { Expert } from '@serene/shared/contracts';
import { useOpeningTime } from '../../../lib/time/server-clock.ts';
import { describeZone } from '../../../lib/time/zones.ts';
import { words } from '../hours-words.ts';
import { workingWeek } from '../working-hours.ts';

type ExpertHoursProps = { expert: Expert };

/** When the expert usually works, in their own zone. */
export function ExpertHours({ expert }: ExpertHoursProps) {
  const openedAt = useOpeningTime();
  const week = workingWeek(expert);
  return (
    <section aria-labelledby="hours" className="flex flex-col gap-2">
      <h2 id="hours" className="text-h3 font-semibold">
        {words.hours}
      </h2>
      {week.length === 0 ? (
        <p className="text-muted">{words.noHours}</p>
      ) : (
        <>
          <dl className="grid max-w-96 grid-cols-[auto_1fr] gap-x-6 gap-y-1">
            {week.map(({ day, start, end, nextDay }) => (
              <div key={day} className="contents">
                <dt>{day}</dt>
                <dd className="tabular-nums">
                  {start} – {end}
                  {nextDay && ` (${words.nextDay})`}
                </dd>
              </div>
            ))}
          </dl>
          <p className="text-small text-muted">{words.hoursNote(describeZone(expert.timezone, openedAt))}</p>
        </>
      )}
    </section>
  );
}
