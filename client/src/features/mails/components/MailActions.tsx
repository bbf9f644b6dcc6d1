import type { AdminMail } from '@serene/shared/contracts';
import { RotateCw } from 'lucide-react';
import { Link } from 'react-router-dom';
import { Alert, Button, buttonClass, Notice, type NoticeText } from '../../../components/ui/index.ts';
import { explain } from '../../../lib/api/explain.ts';
import { isOvertaken, useRetryMail } from '../api/retry-mail.ts';
import { listWords, words } from '../words.ts';

type MailActionsProps = { mail: AdminMail; onOvertaken: () => void };

const retriedNotice: NoticeText = { tone: 'ok', title: listWords.retried, text: listWords.retriedText };

/** Lets a mail that failed be tried again, says what came of that, and leads to the session it is about. */
export function MailActions({ mail, onOvertaken }: MailActionsProps) {
  const { mutate, isPending, isSuccess, error } = useRetryMail(mail.id);
  const hasFailed = mail.status === 'failed';
  const retry = () => mutate(undefined, { onError: (failure) => isOvertaken(failure) && onOvertaken() });
  // Several mails look alike: each button also names its own.
  const named = (action: string) => listWords.ofMail(action, words.kind(mail.template), mail.to);
  return (
    <>
      <Notice notice={isSuccess && !hasFailed ? retriedNotice : undefined} />
      {error !== null && !isOvertaken(error) && (
        <Alert tone="bad" live="assertive" title={listWords.retryFailed}>
          {explain(error)}
        </Alert>
      )}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {hasFailed && (
          <Button
            variant="secondary"
            aria-label={named(listWords.retry)}
            busy={isPending ? listWords.retrying : undefined}
            onClick={retry}
          >
            <RotateCw aria-hidden className="size-4" />
            {listWords.retry}
          </Button>
        )}
        {mail.sessionId !== null && (
          <Link
            to={`/sessions/${mail.sessionId}`}
            aria-label={named(listWords.session)}
            className={`${buttonClass('quiet')} first:-ml-4`}
          >
            {listWords.session}
          </Link>
        )}
      </div>
    </>
  );
}
