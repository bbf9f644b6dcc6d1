import type { User } from '@serene/shared/contracts';
import { Settings } from 'lucide-react';
import { flushSync } from 'react-dom';
import { Link, NavLink, useLocation, useNavigate } from 'react-router-dom';
import { Button, buttonClass } from '../../components/ui/index.ts';
import { signInPath, useSignOut } from '../../features/auth/index.ts';
import { announce } from '../../lib/announce.ts';
import { words } from '../words.ts';
import { settingsItem } from './navigation.ts';

type AccountButtonProps = { user: User | null | undefined };

/** Sign in, or the account and the way out; while it is not known which, its place is kept free. */
export function AccountButton({ user }: AccountButtonProps) {
  const navigate = useNavigate();
  const signOut = useSignOut(() => flushSync(() => void navigate('/')));
  const { pathname, search } = useLocation();
  if (user === undefined) return <span className="min-h-11 w-20" />;
  if (user === null) {
    const isAuthPage = /^\/(login|register|verify-email|(forgot|reset)-password)$/.test(pathname);
    const isHome = pathname === '/';
    return (
      <Link
        to={isAuthPage ? { pathname: '/login', search } : isHome ? '/login' : signInPath(pathname + search)}
        className={buttonClass('secondary')}
      >
        {words.signIn}
      </Link>
    );
  }
  const leave = () =>
    signOut.mutate(undefined, {
      onSuccess: () => announce(words.signedOut),
      onError: () => announce(words.signOutFailed, 'assertive'),
    });
  return (
    <>
      <NavLink
        to={settingsItem.to}
        className={({ isActive }) =>
          `hidden min-h-11 items-center gap-2 rounded-control px-2 text-small lg:px-3 hover:bg-surface-2 md:inline-flex ${isActive ? 'text-link' : ''}`
        }
      >
        <Settings aria-hidden className="size-5" strokeWidth={1.75} />
        <span className="hidden max-w-40 truncate xl:block">{user.name}</span>
        <span className="sr-only">{settingsItem.label}</span>
      </NavLink>
      <Button variant="secondary" busy={signOut.isPending ? words.signingOut : undefined} onClick={leave}>
        {words.signOut}
      </Button>
    </>
  );
}
