import type { Session, User } from '@serene/shared/contracts';
import { CircleCheck, CircleX, Hourglass } from 'lucide-react';
import { Link } from 'react-router-dom';
import { Avatar, buttonClass, PageHeading } from '../../../components/ui/index.ts';
import { supportLink } from '../../../lib/config.ts';
import { shortDayAndTime } from '../../../lib/time/format.ts';
import { useViewerZone } from '../../auth/index.ts';
import { JoinSession, requestText, SessionFacts, SessionFiles, useJoinWindow } from '../../sessions/index.ts';
import { reminderPromise } from '../reminder-promise.ts';
import { words } from '../page-words.ts';

type BookedSessionProps = { session: Session; paymentId: string | null; user: User };

/** What was booked, and what happens next. */
export function BookedSession({ session, paymentId, user }: BookedSessionProps) {
  const { email } = user;
  useJoinWindow([session], 'customer');
  const { zone } = useViewerZone();
  const outcome = outcomes[session.status === 'pending' || session.status === 'cancelled' ? session.status : 'done'];
  const Icon = outcome.icon;
  return (
    <div className="page flex max-w-240 flex-col gap-6 py-8 md:py-12">
      <header className="flex items-center gap-4">
        <Icon aria-hidden strokeWidth={1.75} className={`size-14 shrink-0 animate-fade ${outcome.look}`} />
        <div className="min-w-0 wrap-anywhere">
          <PageHeading title={outcome.title} />
          <p className="text-muted">{outcomeText(session, email, zone)}</p>
        </div>
      </header>
      <div className="grid items-start gap-6 md:grid-cols-[1fr_20rem]">
        <section aria-label={words.yourBooking} className="flex flex-col gap-5 card p-5 md:p-6">
          <div className="flex items-center gap-4 border-b border-line pb-5">
            <Avatar id={session.expert.id} name={session.expert.name} src={session.expert.avatar} size={64} />
            <div>
              <p className="text-small text-muted">{words.with}</p>
              <p className="font-semibold">{session.expert.name}</p>
              <p className="text-small text-muted">{session.expert.category}</p>
            </div>
          </div>
          <SessionFacts session={session} zone={zone} />
          {session.joinUrl !== null && <JoinSession session={session} />}
          <SessionFiles session={session} paymentId={session.paymentId ?? paymentId} />
        </section>
        <section aria-labelledby="next-steps" className="flex flex-col gap-4">
          <h2 id="next-steps" className="text-h3 font-semibold">
            {words.nextSteps}
          </h2>
          <ol className="flex list-inside list-decimal flex-col gap-3 marker:font-semibold marker:text-link">
            {nextSteps(session, user).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <Link to="/dashboard" className={buttonClass('primary')}>
            {words.dashboard}
          </Link>
          <Link to={`/sessions/${session.id}`} className={buttonClass('secondary')}>
            {words.viewSession}
          </Link>
          <a href={supportLink(session.reference)} className={buttonClass('quiet')}>
            {words.support}
          </a>
        </section>
      </div>
    </div>
  );
}

function outcomeText({ status, answerBy, expert, amount, currency }: Session, email: string, zone: string): string {
  if (status === 'cancelled') return words.cancelledText(email);
  if (status !== 'pending') return words.confirmedText(email);
  if (answerBy === null) return words.requestedText;
  return requestText({ name: expert.name, deadline: shortDayAndTime(answerBy, zone), amount, currency });
}

function nextSteps({ status, expert, remindersBefore, place }: Session, { email, reminders }: User): string[] {
  if (status === 'cancelled') return [words.stepMoney];
  const first = status === 'pending' ? [words.stepAnswer(expert.name, email), words.stepAfterAnswer] : [words.stepMail];
  const reminder = reminderPromise(reminders ? remindersBefore : []);
  return [...first, ...(reminder === null ? [] : [reminder]), stepsInto[place.kind]];
}

const stepsInto = { room: words.stepJoin, link: words.stepLink, address: words.stepAddress };

const outcomes = {
  done: { icon: CircleCheck, look: 'text-ok', title: words.confirmed },
  pending: { icon: Hourglass, look: 'text-warn', title: words.requested },
  cancelled: { icon: CircleX, look: 'text-bad', title: words.cancelled },
};
