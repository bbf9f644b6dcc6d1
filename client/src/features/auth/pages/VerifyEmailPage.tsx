import { PageHeading } from '../../../components/ui/index.ts';
import { useCurrentUser } from '../api/current-user.ts';
import { useVerifyEmail } from '../api/verify-email.ts';
import { ConfirmAddress } from '../components/ConfirmAddress.tsx';
import { AddressConfirmed, DeadLink } from '../components/confirm-outcomes.tsx';
import { confirmWords as words } from '../confirm-words.ts';
import { isDeadLink, useLinkToken } from '../link-token.ts';

/**
 * Where the first mail to an address leads. Opening it confirms nothing: programs that look for viruses open links, and
 * some run the scripts behind them, which proves nothing about the owner of a mailbox. A press does.
 */
export function VerifyEmailPage() {
  const token = useLinkToken();
  return <VerifyEmail key={token} token={token} />;
}

function VerifyEmail({ token }: { token: string }) {
  const verify = useVerifyEmail();
  const { data: user } = useCurrentUser();
  const isDead = token === '' || isDeadLink(verify.error);
  return (
    <div className="page max-w-120 py-8 md:py-12">
      <div className="flex flex-col gap-6 card p-5 md:p-8">
        <PageHeading title={words.title} />
        {verify.isSuccess && <AddressConfirmed user={user ?? null} />}
        {isDead && <DeadLink user={user} />}
        {!isDead && !verify.isSuccess && <ConfirmAddress verify={verify} token={token} />}
      </div>
    </div>
  );
}
