import type { Session } from '@serene/shared/contracts';
import { useState } from 'react';
import { Alert, Button, TextAreaField } from '../../../../components/ui/index.ts';
import { explain } from '../../../../lib/api/explain.ts';
import { isOvertaken, useChangeSession } from '../../api/change-session.ts';
import { words as change } from '../../change-words.ts';
import { words } from '../../outcome-words.ts';
import type { ChangeEvents } from '../changes/ConfirmChange.tsx';
import { RatingChoice } from './RatingChoice.tsx';

/** Longer reviews are refused by the server. */
const reviewLimit = 2000;

type RatingFormProps = Pick<ChangeEvents, 'onDone' | 'onOvertaken'> & { session: Session };

/** How it was, from 1 to 5 and in words; asked once, after the session. */
export function RatingForm({ session, onDone, onOvertaken }: RatingFormProps) {
  const [rating, setRating] = useState<number | null>(null);
  const [review, setReview] = useState('');
  const [asked, setAsked] = useState(false);
  const { mutate, isPending, error } = useChangeSession(session);
  const send = () => {
    setAsked(true);
    if (rating === null) return;
    const text = review.trim();
    const wanted = { action: 'rate' as const, rating, ...(text === '' ? {} : { review: text }) };
    mutate(wanted, {
      onSuccess: (rated) => onDone(wanted, rated),
      onError: (failure) => isOvertaken(failure) && onOvertaken(),
    });
  };
  return (
    <section aria-labelledby="rate" className="flex flex-col gap-4 card p-5 md:p-6">
      <h2 id="rate" className="text-h3 font-semibold">
        {words.rateTitle(session.expert.name)}
      </h2>
      <RatingChoice
        rating={rating}
        error={asked && rating === null ? words.chooseRating : undefined}
        onChoose={setRating}
      />
      <TextAreaField
        label={words.review}
        hint={words.reviewHint(session.expert.name)}
        rows={4}
        maxLength={reviewLimit}
        value={review}
        onChange={(event) => setReview(event.target.value)}
      />
      {error !== null && !isOvertaken(error) && (
        <Alert tone="bad" live="assertive" title={change.failed}>
          {explain(error)}
        </Alert>
      )}
      <Button className="self-start" busy={isPending ? words.sending : undefined} onClick={send}>
        {words.send}
      </Button>
    </section>
  );
}
