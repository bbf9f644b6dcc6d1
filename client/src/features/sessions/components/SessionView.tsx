import type { Session, User } from '@serene/shared/contracts';
import { useState } from 'react';
import { Avatar, Notice, type NoticeText } from '../../../components/ui/index.ts';
import { useServerNow } from '../../../lib/time/server-clock.ts';
import { useViewerZone } from '../../auth/index.ts';
import { SessionMails } from '../../mails/index.ts';
import { counterpart } from '../counterpart.ts';
import { doneNotice, overtakenNotice } from '../done-notice.ts';
import { actionsFor, roleIn } from '../policy.ts';
import { useJoinWindow } from '../use-join-window.ts';
import { words } from '../words.ts';
import { ChangePanel } from './changes/ChangePanel.tsx';
import { JoinSession } from './JoinSession.tsx';
import { SessionMoney } from './money/SessionMoney.tsx';
import { PersonDetail } from './PersonDetail.tsx';
import { RatingForm } from './rating/RatingForm.tsx';
import { SessionRating } from './rating/SessionRating.tsx';
import { RequestNote } from './RequestNote.tsx';
import { SessionFacts } from './SessionFacts.tsx';
import { SessionFiles } from './files/SessionFiles.tsx';
import { SessionOutcome } from './SessionOutcome.tsx';
import { SessionStatusChip } from './SessionStatusChip.tsx';
import { SessionTold } from './SessionTold.tsx';

type SessionViewProps = { session: Session; user: User };

/** Everything about a session and everything that can be done with it, for one of its people. */
export function SessionView({ session, user }: SessionViewProps) {
  const { zone } = useViewerZone();
  const now = useServerNow();
  const [notice, setNotice] = useState<NoticeText>();
  const viewer = roleIn(session, user);
  useJoinWindow([session], viewer);
  const actions = actionsFor(session, viewer, now);
  const other = counterpart(session);
  return (
    <>
      <Notice notice={notice} />
      <RequestNote session={session} zone={zone} />
      {/* Right after the viewer ended it, the notice above says the same. */}
      {notice?.tone !== 'ok' && <SessionOutcome session={session} />}
      {actions.includes('rate') && (
        <RatingForm
          session={session}
          onDone={(change, rated) => setNotice(doneNotice(change, rated, zone))}
          onOvertaken={() => setNotice(overtakenNotice)}
        />
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_21rem]">
        <div className="flex flex-col gap-6">
          <div className="flex flex-col gap-6 card p-5 md:p-6">
            <div className="flex flex-wrap items-center gap-4">
              <Avatar id={other.id} name={other.name} src={other.avatar} size={64} />
              <div className="min-w-[min(9rem,100%)] flex-1">
                <p className="text-small text-muted">{session.customer ? words.client : words.expert}</p>
                <p className="font-semibold">{other.name}</p>
                <PersonDetail detail={other.detail} />
              </div>
              <SessionStatusChip status={session.status} />
            </div>
            <JoinSession session={session} />
            <SessionFacts session={session} zone={zone} />
            <SessionFiles session={session} paymentId={session.paymentId} />
          </div>
          <SessionTold session={session} />
          <SessionRating session={session} />
          {viewer !== 'customer' && <SessionMails session={session} viewer={viewer} zone={zone} />}
        </div>
        <div className="flex flex-col gap-6">
          <ChangePanel session={session} viewer={viewer} zone={zone} actions={actions} onNotice={setNotice} />
          {viewer === 'customer' && session.paymentId !== null && (
            <SessionMoney session={session} paymentId={session.paymentId} zone={zone} />
          )}
        </div>
      </div>
    </>
  );
}
