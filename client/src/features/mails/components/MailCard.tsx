import type { AdminMail } from '@serene/shared/contracts';
import { classNames } from '../../../lib/class-names.ts';
import { shortDayAndTime } from '../../../lib/time/format.ts';
import { mailState } from '../mail-state.ts';
import { listWords, words } from '../words.ts';
import { MailActions } from './MailActions.tsx';

type MailCardProps = {
  mail: AdminMail;
  /** Whose clock times are told by, and the server's time in epoch milliseconds. */
  moment: { zone: string; now: number | null };
  onOvertaken: () => void;
};

/** A mail with all that is known about it, and what can be done. */
export function MailCard({ mail, moment, onOvertaken }: MailCardProps) {
  const { icon: Icon, colour, text } = mailState(mail, moment);
  return (
    <article className="flex flex-col gap-3 card p-5 wrap-anywhere">
      <header className="flex flex-col gap-1">
        <h3>
          <span className="font-semibold">{words.kind(mail.template)}</span>{' '}
          <span className="text-muted">{words.to(mail.to)}</span>
        </h3>
        <p className={classNames('flex gap-2 tabular-nums', colour)}>
          <Icon aria-hidden strokeWidth={1.75} className="mt-0.5 size-5 shrink-0" />
          {text}
        </p>
        {mail.status === 'skipped' && <p className="text-small text-muted">{words.skippedText(mail.skipped)}</p>}
      </header>
      <MailFacts mail={mail} zone={moment.zone} />
      <MailActions mail={mail} onOvertaken={onOvertaken} />
    </article>
  );
}

function MailFacts({ mail, zone }: { mail: AdminMail; zone: string }) {
  const facts = [
    { label: listWords.cause, value: mail.reason },
    { label: listWords.attempts, value: String(mail.attempts) },
    { label: listWords.written, value: shortDayAndTime(mail.createdAt, zone) },
    { label: listWords.messageId, value: mail.messageId },
  ];
  return (
    <dl className="flex flex-col gap-1 text-small">
      {facts.map(
        ({ label, value }) =>
          value !== null && (
            <div key={label} className="flex flex-wrap gap-x-4">
              <dt className="w-32 text-muted">{label}</dt>
              <dd className="min-w-0 flex-1 basis-48 tabular-nums">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
