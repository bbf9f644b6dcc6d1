import { minuteMs } from '@serene/shared/time';
import { CalendarDays, Clock, Timer, Wallet } from 'lucide-react';
import type { ReactNode } from 'react';
import { Facts, StepFooter, type Fact } from '../../../components/ui/index.ts';
import { formatMoney } from '../../../lib/money.ts';
import { longDay, timeRange } from '../../../lib/time/format.ts';
import { knownZone, zoneName } from '../../../lib/time/zones.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { ZoneLine } from '../../auth/index.ts';
import { CancellationTerms } from '../../sessions/index.ts';
import type { Screen } from '../wizard/state.ts';
import type { StepProps } from '../wizard/step-props.ts';
import { words } from '../words.ts';
import { ChangeButton } from './ChangeButton.tsx';
import { OrderProblem } from './OrderProblem.tsx';

type BookingReviewProps = StepProps & {
  /** What stands before the time: what is booked. */
  lead?: readonly Fact[];
  /** What was told beside it. */
  children?: ReactNode;
  backTo?: Screen;
};

/** Everything that was chosen, once more, before anything costs money, and the way to hold it. */
export function BookingReview({
  expert,
  wizard,
  hold,
  zone,
  lead,
  children,
  backTo = 'select-time',
}: BookingReviewProps) {
  const { selectedTimeSlot: startsAt, duration } = wizard.state;
  if (startsAt === null) return null;
  const endsAt = new Date(Date.parse(startsAt) + duration * minuteMs);
  const isFree = hold.price === 0;
  const expertZone = expert.timezone ?? zone;
  const goTo = (screen: Screen) => {
    hold.forget();
    wizard.dispatch({ type: 'went-to', screen });
  };
  return (
    <>
      <Facts
        facts={[
          ...(lead ?? []),
          {
            icon: CalendarDays,
            label: words.date,
            value: (
              <>
                {longDay(startsAt, zone)}
                <ChangeButton label={words.changeDate} onPress={() => goTo('select-date')} />
              </>
            ),
          },
          {
            icon: Clock,
            label: words.time,
            value: (
              <>
                {timeRange(startsAt, endsAt, zone)}
                <ChangeButton label={words.changeTime} onPress={() => goTo('select-time')} />
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
          { icon: Wallet, label: words.amount, value: formatMoney(hold.price, hold.currency) },
        ]}
      />
      {children}
      <ZoneLine />
      <CancellationTerms policy={expert.cancellationPolicy} startsAt={startsAt} zone={zone} />
      {expert.requiresApproval === true && <p className="text-small">{words.approval(expert.name)}</p>}
      <p className="text-small text-muted">{hold.user ? words.sendsTo(hold.user.email) : words.signInFirst}</p>
      {hold.error !== null && !hasCode(hold.error, 'UNAUTHENTICATED') && (
        <OrderProblem expert={expert} wizard={wizard} hold={hold} zone={zone} error={hold.error} />
      )}
      <StepFooter
        offline={isFree ? words.offlineFree : words.offlinePaying}
        back={{ label: words.back, onPress: () => goTo(backTo) }}
        next={{
          label: isFree ? words.confirmFree : words.proceed,
          busy: hold.isHolding ? (isFree ? words.booking : words.holding) : undefined,
          onPress: () => hold.hold(),
        }}
      />
    </>
  );
}
