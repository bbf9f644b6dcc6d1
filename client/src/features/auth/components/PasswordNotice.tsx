import type { User } from '@serene/shared/contracts';
import { Link, useLocation } from 'react-router-dom';
import { Alert, buttonClass } from '../../../components/ui/index.ts';
import { passwordWords as words } from '../password-words.ts';

type PasswordNoticeProps = { user: User };

/** Asks people whose password could not be chosen today for another. Nothing waits for it. */
export function PasswordNotice({ user }: PasswordNoticeProps) {
  const { pathname } = useLocation();
  if (!user.weakPassword) return null;
  const link = (
    <Link to="/settings#password" className={buttonClass('secondary')}>
      {words.weakAction}
    </Link>
  );
  return (
    <Alert tone="info" title={words.weak} actions={pathname === '/settings' ? undefined : link}>
      <p>{words.weakText}</p>
    </Alert>
  );
}
