import type { ResponseBody } from '../../../lib/api/types.ts';
import { Link } from 'react-router-dom';
import { Alert } from '../../../components/ui/index.ts';
import { shortDayAndTime } from '../../../lib/time/format.ts';
import { words } from '../words.ts';

type StrandedSessionsProps = {
  sessions: ResponseBody<'PUT /experts/availability'>['strandedSessions'];
  zone: string;
};

/** Booked sessions that the saved hours no longer cover. */
export function StrandedSessions({ sessions, zone }: StrandedSessionsProps) {
  if (sessions.length === 0) return null;
  return (
    <Alert tone="warn" live="assertive" title={words.stranded(sessions.length)}>
      <p>{words.strandedText}</p>
      <ul className="mt-2 list-inside list-disc">
        {sessions.map(({ id, reference, startsAt }) => (
          <li key={id}>
            <Link to={`/sessions/${id}`} className="text-link underline">
              {shortDayAndTime(startsAt, zone)} ({reference})
            </Link>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
