import type { User } from '@serene/shared/contracts';
import { useState } from 'react';
import { Alert, Notice, type NoticeText } from '../../../components/ui/index.ts';
import { useEmailVerified } from '../api/email-verified.ts';
import { useResendVerification } from '../api/resend-verification.ts';
import { confirmWords as words } from '../confirm-words.ts';
import { ResendLink } from './ResendLink.tsx';

const confirmed: NoticeText = { tone: 'ok', title: words.done, text: words.doneText };

type EmailNoticeProps = { user: User };

/** Asks people who have not confirmed their address to do so, and says when they have. Nothing waits for it. */
export function EmailNotice({ user }: EmailNoticeProps) {
  const isVerified = useEmailVerified(user);
  const [wasAsked] = useState(!isVerified);
  const resend = useResendVerification();
  if (!wasAsked) return null;
  // In place of the button that was pressed, which had the focus.
  if (resend.data?.state === 'already-verified') return <Notice notice={confirmed} />;
  if (isVerified) return <Alert tone="ok" live="polite" title={words.done} />;
  return (
    <Alert tone="info" title={words.title}>
      <div className="flex flex-col gap-3">
        <p className="wrap-anywhere">{words.notice(user.email)}</p>
        <ResendLink email={user.email} resend={resend} />
      </div>
    </Alert>
  );
}
