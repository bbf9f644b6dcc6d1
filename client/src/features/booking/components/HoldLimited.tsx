import { Alert, Button } from '../../../components/ui/index.ts';
import type { ApiError } from '../../../lib/api/errors.ts';
import { refusalWords } from '../refusal-words.ts';
import { words } from '../words.ts';
import type { HoldLimit } from './hold-limits.ts';

type HoldLimitedProps = { limit: HoldLimit; error: ApiError; onChooseAnother: () => void };

/** A limit on bookings and holds refuses one more: which, and when or how it goes on. */
export function HoldLimited({ limit, error, onChooseAnother }: HoldLimitedProps) {
  const { title, text } = limitWords(limit, minutesOf(error.retryAfter));
  const choose = (
    <Button variant="secondary" onClick={onChooseAnother}>
      {words.seeAll}
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
