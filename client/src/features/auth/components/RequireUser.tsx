import type { User } from '@serene/shared/contracts';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { LoadFailed, Loading, PageHeading, Skeleton } from '../../../components/ui/index.ts';
import { useCurrentUser } from '../api/current-user.ts';
import { signInPath } from '../sign-in-path.ts';
import { words } from '../words.ts';

type RequireUserProps = {
  /** The role the page needs beside the sign-in. */
  needs?: 'expert' | 'admin';
  children: (user: User) => ReactNode;
};

/** A page for signed-in people: others go to the sign-in and come back. The server decides; this only saves a detour. */
export function RequireUser({ needs, children }: RequireUserProps) {
  const { data: user, error, refetch } = useCurrentUser();
  const { pathname, search } = useLocation();
  if (user === null) return <Navigate replace to={signInPath(pathname + search)} />;
  if (user !== undefined && (needs === undefined || user.roles.includes(needs))) return children(user);
  return (
    <div className="page flex flex-col gap-4 py-8">
      {user !== undefined && needs !== undefined && (
        <>
          <PageHeading title={words.noAccess} />
          <p>{words.noAccessText[needs]}</p>
        </>
      )}
      {user === undefined && error === null && (
        <Loading label={words.checking}>
          <Skeleton className="h-40" />
        </Loading>
      )}
      {user === undefined && error !== null && (
        <LoadFailed title={words.checkFailed} error={error} onRetry={() => void refetch()} />
      )}
    </div>
  );
}
