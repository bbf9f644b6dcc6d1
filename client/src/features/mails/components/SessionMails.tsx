import type { Session } from '@serene/shared/contracts';
import { Link } from 'react-router-dom';
import { LoadFailed, Loading, Skeleton } from '../../../components/ui/index.ts';
import { useServerNow } from '../../../lib/time/server-clock.ts';
import { useSessionMails } from '../api/session-mails.ts';
import { words } from '../words.ts';
import { SessionMail } from './SessionMail.tsx';

type SessionMailsProps = {
  session: Session;
  /** Customers do not see which mails went out. */
  viewer: 'expert' | 'admin';
  zone: string;
};

/** What became of each mail about a session. */
export function SessionMails({ session, viewer, zone }: SessionMailsProps) {
  const { data: mails, error, isPending, refetch } = useSessionMails(session.id);
  const now = useServerNow();
  return (
    <section aria-labelledby="mails" className="flex flex-col gap-3 card p-5 print:hidden">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="mails" className="text-h3 font-semibold">
          {words.heading}
        </h2>
        {viewer === 'admin' && (
          <Link to="/admin/mails" className="inline-flex min-h-11 items-center text-link underline">
            {words.all}
          </Link>
        )}
      </div>
      {isPending && (
        <Loading label={words.loading}>
          <Skeleton className="h-28" />
        </Loading>
      )}
      {error !== null && mails === undefined && (
        <LoadFailed title={words.failed} error={error} onRetry={() => void refetch()} />
      )}
      {mails?.length === 0 && <p className="text-muted">{words.none}</p>}
      <ul className="flex flex-col gap-3 empty:hidden">
        {mails?.map((mail) => (
          <SessionMail key={mail.id} mail={mail} session={session} viewer={viewer} moment={{ zone, now }} />
        ))}
      </ul>
    </section>
  );
}
