import type { Mail, Session } from '@serene/shared/contracts';
import { classNames } from '../../../lib/class-names.ts';
import { mailState } from '../mail-state.ts';
import { words } from '../words.ts';

type SessionMailProps = {
  mail: Mail;
  session: Session;
  viewer: 'expert' | 'admin';
  /** Whose clock times are told by, and the server's time in epoch milliseconds. */
  moment: { zone: string; now: number | null };
};

/** One mail: what it is, to whom, what became of it, and what to do where it did not arrive. */
export function SessionMail({ mail, session, viewer, moment }: SessionMailProps) {
  const { icon: Icon, colour, text } = mailState(mail, moment);
  const isOwn = mail.recipient === viewer;
  const name = (mail.recipient === 'customer' ? session.customer?.name : undefined) ?? session.expert.name;
  return (
    <li className="flex gap-3 border-t border-line pt-3">
      <Icon aria-hidden strokeWidth={1.75} className={classNames('mt-0.5 size-5 shrink-0', colour)} />
      <div className="flex min-w-0 flex-col gap-1 wrap-anywhere">
        <p>
          <span className="font-medium">{words.kind(mail.template)}</span>{' '}
          <span className="text-muted">{isOwn ? words.toYou : words.to(name)}</span>
        </p>
        <p className={classNames('text-small tabular-nums', colour)}>{text}</p>
        {mail.reason !== null && <p className="text-small text-muted">{words.reason(mail.reason)}</p>}
        {mail.status === 'failed' && <p className="text-small">{whatToDo(mail, isOwn, name)}</p>}
        {mail.status === 'skipped' && <p className="text-small text-muted">{words.skippedText(mail.skipped)}</p>}
      </div>
    </li>
  );
}

function whatToDo({ failure }: Mail, isOwn: boolean, name: string): string {
  if (failure !== 'refused') return words.teamTries;
  return isOwn ? words.checkYours : words.tellOther(name);
}
