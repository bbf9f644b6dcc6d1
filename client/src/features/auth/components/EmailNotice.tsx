import type { User } from '@serene/shared/contracts';
import { useState } from 'react';
import { Alert, Button, Notice, type NoticeText } from '../../../components/ui/index.ts';
import { explain } from '../../../lib/api/explain.ts';
import { useEmailVerified } from '../api/email-verified.ts';
import { useResendVerification } from '../api/resend-verification.ts';
import { confirmWords as words } from '../confirm-words.ts';

export const addressConfirmed: NoticeText = { tone: 'ok', title: words.done, text: words.doneText };

type EmailNoticeProps = { user: User };

/** Asks people who have not confirmed their address to do so, and says when they have. Nothing waits for it. */
export function EmailNotice({ user }: EmailNoticeProps) {
  const isVerified = useEmailVerified(user);
  const [wasAsked] = useState(!isVerified);
  const resend = useResendVerification();
  // Stands in place of the button that was pressed, which had the focus.
  const [notice, setNotice] = useState<NoticeText>();
  if (!wasAsked) return null;
  if (notice !== undefined) return <Notice notice={isVerified ? addressConfirmed : notice} />;
  // Nothing was asked for here: the focus stays with whatever the person turned to.
  if (isVerified) return <Alert tone="ok" live="polite" title={words.done} />;
  const sent: NoticeText = { tone: 'ok', title: words.resent, text: words.resentText(user.email) };
  const send = () =>
    resend.mutate(undefined, { onSuccess: ({ state }) => setNotice(state === 'sent' ? sent : addressConfirmed) });
  const button = (
    <Button variant="secondary" busy={resend.isPending ? words.resending : undefined} onClick={send}>
      {words.resend}
    </Button>
  );
  return (
    <>
      <Alert tone="info" title={words.title} actions={button}>
        <p className="wrap-anywhere">{words.notice(user.email)}</p>
      </Alert>
      {resend.error !== null && (
        <Alert tone="bad" live="assertive" title={words.resendFailed}>
          {explain(resend.error)}
        </Alert>
      )}
    </>
  );
}
