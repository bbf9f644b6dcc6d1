import type { AdminMail } from '@serene/shared/contracts';
import { RotateCw } from 'lucide-react';
import { Alert, Button, Notice, type NoticeText } from '../../../components/ui/index.ts';
import { explain } from '../../../lib/api/explain.ts';
import { isOvertaken, useRetryMail } from '../api/retry-mail.ts';
import { listWords as words } from '../words.ts';

type RetryMailProps = {
  mail: AdminMail;
  /** What it is called where several look alike. */
  label: string;
  onOvertaken: () => void;
};

const retriedNotice: NoticeText = { tone: 'ok', title: words.retried, text: words.retriedText };

/** Lets a mail that failed be tried again, and says what came of that. */
export function RetryMail({ mail, label, onOvertaken }: RetryMailProps) {
  const { mutate, isPending, isSuccess, error } = useRetryMail(mail.id);
  const hasFailed = mail.status === 'failed';
  const retry = () => mutate(undefined, { onError: (failure) => isOvertaken(failure) && onOvertaken() });
  return (
    <>
      <Notice notice={isSuccess && !hasFailed ? retriedNotice : undefined} />
      {error !== null && !isOvertaken(error) && (
        <Alert tone="bad" live="assertive" title={words.retryFailed}>
          {explain(error)}
        </Alert>
      )}
      {hasFailed && (
        <Button
          variant="secondary"
          aria-label={label}
          className="self-start"
          busy={isPending ? words.retrying : undefined}
          onClick={retry}
        >
          <RotateCw aria-hidden className="size-4" />
          {words.retry}
        </Button>
      )}
    </>
  );
}
