import type { Session } from '@serene/shared/contracts';
import type { SessionRole } from '@serene/shared/lifecycle';
import { Alert, StepFooter, StepTitle } from '../../../../components/ui/index.ts';
import { hasCode } from '../../../../lib/api/errors.ts';
import { explain } from '../../../../lib/api/explain.ts';
import { shortDayAndTime } from '../../../../lib/time/format.ts';
import { isOvertaken, useChangeSession } from '../../api/change-session.ts';
import { moneyOf } from '../../money.ts';
import { words } from '../../move-words.ts';
import { CancellationTerms } from '../CancellationTerms.tsx';
import type { ChangeEvents } from '../changes/ConfirmChange.tsx';

type MoveConfirmStepProps = ChangeEvents & {
  session: Session;
  viewer: SessionRole;
  zone: string;
  startsAt: string;
  onRefused: (why: 'taken' | 'not-bookable') => void;
  onBack: () => void;
};

/** Old and new side by side, before the session moves. */
export function MoveConfirmStep({ session, viewer, zone, startsAt, onBack, ...events }: MoveConfirmStepProps) {
  const { mutate, isPending, error } = useChangeSession(session);
  const change = { action: 'reschedule', startsAt } as const;
  const paid = session.amountMinor > 0;
  const move = () =>
    mutate(change, {
      onSuccess: (moved) => events.onDone(change, moved),
      onError: (failure) => {
        if (hasCode(failure, 'SLOT_TAKEN')) events.onRefused('taken');
        if (hasCode(failure, 'SLOT_NOT_BOOKABLE')) events.onRefused('not-bookable');
        if (isOvertaken(failure)) events.onOvertaken();
      },
    });
  return (
    <>
      <StepTitle title={words.steps.confirm} />
      <div className="rounded-card bg-surface-2 p-4 tabular-nums">
        <p className="text-lead font-semibold">{words.question(shortDayAndTime(startsAt, zone))}</p>
        <p>{words.now(shortDayAndTime(session.startsAt, zone))}</p>
        {paid && <p className="mt-2">{words.pricePaid(moneyOf(session, session.amountMinor))}</p>}
      </div>
      {paid && viewer === 'customer' && <CancellationTerms policy={session.policy} startsAt={startsAt} zone={zone} />}
      {error !== null && (
        <Alert tone="bad" live="assertive" title={words.failed}>
          {explain(error)}
        </Alert>
      )}
      <StepFooter
        offline={words.offline}
        back={{ label: words.back, onPress: onBack }}
        next={{ label: words.move, busy: isPending ? words.moving : undefined, onPress: move }}
      />
    </>
  );
}
