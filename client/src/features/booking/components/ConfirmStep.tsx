import { minuteMs } from '@serene/shared/time';
import { CalendarDays, Clock, Timer, Wallet } from 'lucide-react';
import { Avatar, Facts, StepFooter } from '../../../components/ui/index.ts';
import { formatMoney } from '../../../lib/money.ts';
import { longDay, timeRange } from '../../../lib/time/format.ts';
import { knownZone, zoneName } from '../../../lib/time/zones.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { ZoneLine } from '../../auth/index.ts';
import { CancellationTerms } from '../../sessions/index.ts';
import type { StepProps } from '../wizard/step-props.ts';
import { words } from '../words.ts';
import { OrderProblem } from './OrderProblem.tsx';
import { StepHeading } from './StepHeading.tsx';

/** Step 3: everything that was chosen, once more, before anything costs money. */
export function ConfirmStep({ expert, wizard, hold, zone }: StepProps) {
  const { startsAt, duration } = wizard.state;
  if (startsAt === null) return null;
  const endsAt = new Date(Date.parse(startsAt) + duration * minuteMs);
  const isFree = hold.price === 0;
  const expertZone = expert.timezone ?? zone;
  const goTo = (step: 'select-date' | 'select-time') => {
    hold.forget();
    wizard.dispatch({ type: 'went-to', step });
  };
  const edit = (label: string, step: 'select-date' | 'select-time') => (
    <button
      type="button"
      aria-label={label}
      className="-my-2.5 ml-2 min-h-11 px-2 font-normal text-link underline"
      onClick={() => goTo(step)}
    >
      {words.change}
    </button>
  );
  return (
    <>
      <StepHeading step="confirm" />
      <div className="flex items-center gap-3 rounded-card bg-surface-2 p-4">
        <Avatar id={expert.id} name={expert.name} src={expert.avatar} size={64} />
        <div>
          <p className="font-semibold">{expert.name}</p>
          <p className="text-muted">{expert.category}</p>
        </div>
      </div>
      <Facts
        facts={[
          {
            icon: CalendarDays,
            label: words.date,
            value: (
              <>
                {longDay(startsAt, zone)}
                {edit(words.changeDate, 'select-date')}
              </>
            ),
          },
          {
            icon: Clock,
            label: words.time,
            value: (
              <>
                {timeRange(startsAt, endsAt, zone)}
                {edit(words.changeTime, 'select-time')}
                {expertZone !== zone && knownZone(expertZone) !== null && (
                  <span className="block text-small font-normal text-muted">
                    {words.zonesDiffer(
                      expert.name,
                      `${longDay(startsAt, expertZone)}, ${timeRange(startsAt, endsAt, expertZone)}`,
                      zoneName(expertZone),
                    )}
                  </span>
                )}
              </>
            ),
          },
          { icon: Timer, label: words.duration, value: words.minutes(duration) },
          { icon: Wallet, label: words.amount, value: formatMoney(hold.price, expert.currency) },
        ]}
      />
      <ZoneLine />
      <CancellationTerms policy={expert.cancellationPolicy} startsAt={startsAt} zone={zone} />
      {expert.requiresApproval === true && <p className="text-small">{words.approval(expert.name)}</p>}
      <p className="text-small text-muted">{hold.user ? words.sendsTo(hold.user.email) : words.signInFirst}</p>
      {hold.error !== null && !hasCode(hold.error, 'UNAUTHENTICATED') && (
        <OrderProblem expert={expert} wizard={wizard} hold={hold} zone={zone} error={hold.error} />
      )}
      <StepFooter
        offline={isFree ? words.offlineFree : words.offlinePaying}
        back={{ label: words.back, onPress: () => goTo('select-time') }}
        next={{
          label: isFree ? words.confirmFree : words.proceed,
          busy: hold.isHolding ? (isFree ? words.booking : words.holding) : undefined,
          onPress: () => hold.hold(),
        }}
      />
    </>
  );
}
