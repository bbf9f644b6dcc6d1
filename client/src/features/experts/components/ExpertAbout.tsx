import type { Expert } from '@serene/shared/contracts';
import { describeZone } from '../../../lib/time/zones.ts';
import { workingWeek } from '../working-hours.ts';
import { words } from '../words.ts';
import { useOpeningTime } from '../../../lib/time/server-clock.ts';

type ExpertAboutProps = { expert: Expert };

/** What the expert says about their work, and when they usually do it. */
export function ExpertAbout({ expert }: ExpertAboutProps) {
  const openedAt = useOpeningTime();
  const week = workingWeek(expert);
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="about" className="flex flex-col gap-2">
        <h2 id="about" className="text-h3 font-semibold">
          {words.about}
        </h2>
        <p className="max-w-[68ch] whitespace-pre-line">{expert.about}</p>
      </section>
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
    </div>
  );
}
