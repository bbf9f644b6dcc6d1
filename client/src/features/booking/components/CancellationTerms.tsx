import type { CancellationPolicy } from '@serene/shared/contracts';
import { Info } from 'lucide-react';
import { shortDayAndTime } from '../../../lib/time/format.ts';
import { words } from '../words.ts';

type CancellationTermsProps = {
  policy: CancellationPolicy | undefined;
  startsAt: string;
  zone: string;
  now: Date;
};

/** The cancellation policy with its real deadline, not as hours to count back. */
export function CancellationTerms({ policy, startsAt, zone, now }: CancellationTermsProps) {
  return (
    <div className="flex gap-3 rounded-control border border-line p-3 text-small">
      <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-link" />
      <p>
        <span className="font-medium">{words.policy}:</span> {terms({ policy, startsAt, zone, now })}
      </p>
    </div>
  );
}

function terms({ policy, startsAt, zone, now }: CancellationTermsProps): string {
  if (policy === undefined) return words.policyDefault;
  const deadline = new Date(Date.parse(startsAt) - policy.freeUntilHours * 3_600_000);
  if (deadline <= now) return words.policyOver;
  const until = shortDayAndTime(deadline, zone);
  return policy.refundPercentAfter === 0
    ? words.policyUntil(until)
    : words.policyPart(until, policy.refundPercentAfter);
}
