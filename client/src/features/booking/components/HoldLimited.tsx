import { Alert, Button } from '../../../components/ui/index.ts';
import type { ErrorWithCode } from '../../../lib/api/errors.ts';
import { refusalWords } from '../refusal-words.ts';

/** The codes by which a limit on bookings and holds refuses one more. */
type HoldLimit = 'FREE_SESSIONS_FULL' | 'TOO_MANY_HOLDS' | 'HOLD_AGAIN_LATER';

type HoldLimitedProps = { error: ErrorWithCode<HoldLimit>; onChooseAnother: () => void };

/** A limit on bookings and holds refuses one more: which, and when or how it goes on. */
export function HoldLimited({ error, onChooseAnother }: HoldLimitedProps) {
  const { title, text } = limitWords(error.code, minutesOf(error.retryAfter));
  const choose = (
    <Button variant="secondary" onClick={onChooseAnother}>
      {refusalWords.seeAll}
    </Button>
  );
  return (
    <Alert tone="warn" live="assertive" title={title} actions={choose}>
      {text}
    </Alert>
  );
}

function limitWords(limit: HoldLimit, minutes: number): { title: string; text: string } {
  switch (limit) {
    case 'FREE_SESSIONS_FULL':
      return { title: refusalWords.freeFull, text: refusalWords.freeFullText };
    case 'TOO_MANY_HOLDS':
      return { title: refusalWords.networkFull, text: refusalWords.networkFullText(minutes) };
    case 'HOLD_AGAIN_LATER':
      return { title: refusalWords.holdLater, text: refusalWords.holdLaterText(minutes) };
  }
}

/** Rounded up, so that nobody is told to come too early. */
function minutesOf(seconds = 600): number {
  return Math.max(1, Math.ceil(seconds / 60));
}
