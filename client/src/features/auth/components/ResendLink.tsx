import { Alert, Button, Notice } from '../../../components/ui/index.ts';
import { explain } from '../../../lib/api/explain.ts';
import type { useResendVerification } from '../api/resend-verification.ts';
import { confirmWords as words } from '../confirm-words.ts';

type ResendLinkProps = { email: string; resend: ReturnType<typeof useResendVerification> };

/** Has another link mailed, and says that it is on its way. */
export function ResendLink({ email, resend }: ResendLinkProps) {
  if (resend.isSuccess) {
    return <Notice notice={{ tone: 'ok', title: words.resent, text: words.resentText(email) }} />;
  }
  return (
    <>
      {resend.error !== null && (
        <Alert tone="bad" live="assertive" title={words.resendFailed}>
          {explain(resend.error)}
        </Alert>
      )}
      <Button
        variant="secondary"
        className="self-start"
        busy={resend.isPending ? words.resending : undefined}
        onClick={() => resend.mutate()}
      >
        {words.resend}
      </Button>
    </>
  );
}
