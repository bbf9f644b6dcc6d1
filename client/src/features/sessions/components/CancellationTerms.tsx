import type { CancellationPolicy } from '@serene/shared/contracts';
import { Info } from 'lucide-react';
import { shortDayAndTime } from '../../../lib/time/format.ts';
import { useServerNow } from '../../../lib/time/server-clock.ts';
import { freeUntil } from '../free-until.ts';
import { words } from '../policy-words.ts';

type CancellationTermsProps = {
  policy: CancellationPolicy | undefined;
  startsAt: string;
  zone: string;
};

/** The cancellation policy with its real deadline, not as hours to count back. */
export function CancellationTerms({ policy, startsAt, zone }: CancellationTermsProps) {
  const now = useServerNow();
  return (
    <div className="flex gap-3 rounded-control border border-line p-3 text-small">
      <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-link" />
      <p>
        <span className="font-medium">{words.title}:</span>{' '}
        {policy === undefined ? words.byDefault : terms({ policy, startsAt, zone, now })}
      </p>
    </div>
  );
}

type Terms = { policy: CancellationPolicy; startsAt: string; zone: string; now: number | null };

function terms({ policy, startsAt, zone, now }: Terms): string {
  const percent = policy.refundPercentAfter;
  if (policy.freeUntilHours === 0 || percent === 100) return words.untilStart;
  const deadline = freeUntil({ startsAt, policy });
  const until = shortDayAndTime(deadline, zone);
  if (now !== null && now > deadline.getTime())
    return percent === 0 ? words.over(until) : words.overPart(until, percent);
  return percent === 0 ? words.until(until) : words.part(until, percent);
}
