import type { Session } from '@serene/shared/contracts';
import { Alert } from '../../../components/ui/index.ts';
import { shortDayAndTime } from '../../../lib/time/format.ts';
import { requestText } from '../request-text.ts';
import { words } from '../words.ts';

type RequestNoteProps = { session: Session; zone: string };

/** A request that waits for the expert's answer: by when, and what happens without one. */
export function RequestNote({ session, zone }: RequestNoteProps) {
  const { status, answerBy, customer, expert, amount, currency } = session;
  if (status !== 'pending' || answerBy === null) return null;
  const deadline = shortDayAndTime(answerBy, zone);
  return customer === undefined ? (
    <Alert tone="info" title={words.requestSent}>
      {requestText({ name: expert.name, deadline, amount, currency })}
    </Alert>
  ) : (
    <Alert tone="warn" title={words.toAnswer}>
      {words.toAnswerText(deadline)} {amount > 0 && words.toAnswerMoney}
    </Alert>
  );
}
