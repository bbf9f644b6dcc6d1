import { Alert } from '../../../components/ui/index.ts';
import type { User } from '@serene/shared/contracts';
import { EmailNotice } from '../../auth/index.ts';
import { refusalWords as words } from '../refusal-words.ts';

/** A further free session needs a proved address: why, and a button that sends the link. */
export function ConfirmAddressFirst({ user }: { user: User }) {
  return (
    <>
      <Alert tone="warn" live="assertive" title={words.confirmFirst}>
        {words.confirmFirstText}
      </Alert>
      <EmailNotice user={user} />
    </>
  );
}
