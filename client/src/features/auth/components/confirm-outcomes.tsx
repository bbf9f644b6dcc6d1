import type { User } from '@serene/shared/contracts';
import { Link } from 'react-router-dom';
import { buttonClass, Notice, type NoticeText } from '../../../components/ui/index.ts';
import { confirmWords as words } from '../confirm-words.ts';
import { readReturnTo } from '../return-to.ts';
import { signInPath } from '../sign-in-path.ts';
import { addressConfirmed, EmailNotice } from './EmailNotice.tsx';

const dead: NoticeText = { tone: 'warn', title: words.dead, text: words.deadText };

type AddressConfirmedProps = { user: User | null };

/** The address is confirmed: where to go from here. */
export function AddressConfirmed({ user }: AddressConfirmedProps) {
  return (
    <>
      <Notice notice={addressConfirmed} />
      {user === null ? (
        <Link to="/experts" className={buttonClass()}>
          {words.toExperts}
        </Link>
      ) : (
        <Link to={readReturnTo(new URLSearchParams(), user)} className={buttonClass()}>
          {words.toSessions}
        </Link>
      )}
    </>
  );
}

type DeadLinkProps = {
  /** Undefined while it is being found out who is signed in. */
  user: User | null | undefined;
};

/** The link does not work: how to get one that does. */
export function DeadLink({ user }: DeadLinkProps) {
  return (
    <>
      <Notice notice={dead} />
      {/* The link may have been mailed to another address than that of whoever is signed in here. */}
      {user?.emailVerified && <p className="wrap-anywhere">{words.deadConfirmed(user.email)}</p>}
      {user && <EmailNotice user={user} />}
      {user === null && (
        <Link to={signInPath('/settings')} className={buttonClass('secondary')}>
          {words.signInForNew}
        </Link>
      )}
    </>
  );
}
