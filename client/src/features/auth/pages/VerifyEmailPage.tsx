import { PageHeading } from '../../../components/ui/index.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { useCurrentUser } from '../api/current-user.ts';
import { useVerifyEmail } from '../api/verify-email.ts';
import { ConfirmAddress } from '../components/ConfirmAddress.tsx';
import { AddressConfirmed, DeadLink } from '../components/confirm-outcomes.tsx';
import { confirmWords as words } from '../confirm-words.ts';
import { useLinkToken } from '../link-token.ts';

/**
 * Where the first mail to an address leads. Opening it confirms nothing: programs that look for viruses open links, and
 * some run the scripts behind them, which proves nothing about the owner of a mailbox. A press does.
 */
export function VerifyEmailPage() {
  const token = useLinkToken();
  const verify = useVerifyEmail();
  const { data: user } = useCurrentUser();
  const isDead = token === '' || hasCode(verify.error, 'NOT_FOUND');
  // A link that was replaced may belong to an address that was confirmed by a later one.
  const isDone = verify.isSuccess || (isDead && user?.emailVerified === true);
  return (
    <div className="page max-w-120 py-8 md:py-12">
      <div className="flex flex-col gap-6 card p-5 md:p-8">
        <PageHeading title={words.title} />
        {isDone && <AddressConfirmed user={user ?? null} />}
        {isDead && !isDone && <DeadLink user={user} />}
        {!isDead && !isDone && <ConfirmAddress verify={verify} token={token} />}
      </div>
    </div>
  );
}
