import type { ComponentProps } from 'react';
import { classNames } from '../../../../lib/class-names.ts';
import { shortDayAndTime } from '../../../../lib/time/format.ts';
import { words } from '../../change-words.ts';
import { freeUntil } from '../../free-until.ts';
import { words as state } from '../../words.ts';
import { CancellationTerms } from '../CancellationTerms.tsx';
import { SessionActions } from './SessionActions.tsx';

type ChangePanelProps = Omit<ComponentProps<typeof SessionActions>, 'inList'>;

/** What can be done with the session now, under which terms, and why moving it is not possible any more. */
export function ChangePanel(props: ChangePanelProps) {
  const { session, viewer, zone, actions } = props;
  const mayChange = actions.some((action) => action !== 'rate');
  const tooLateToMove = viewer === 'customer' && actions.includes('cancel') && !actions.includes('reschedule');
  return (
    // Rendered even when empty: a dialog in it must hear the answer that takes its last action away.
    <section
      aria-labelledby="change"
      className={classNames('flex-col gap-3 card p-5 print:hidden', mayChange ? 'flex' : 'hidden')}
    >
      <h2 id="change" className="text-h3 font-semibold">
        {words.heading}
      </h2>
      {viewer === 'customer' && actions.includes('cancel') && session.amountMinor > 0 && <Terms {...props} />}
      {tooLateToMove && <p className="text-small">{words.moveOver(shortDayAndTime(freeUntil(session), zone))}</p>}
      <div className="flex flex-col gap-2">
        <SessionActions {...props} />
      </div>
    </section>
  );
}

/** Before the expert has accepted, the policy does not bind yet. */
function Terms({ session, zone }: ChangePanelProps) {
  if (session.status === 'pending') return <p className="text-small">{state.takeBack}</p>;
  return <CancellationTerms policy={session.policy} startsAt={session.startsAt} zone={zone} />;
}
