import { Alert, Button } from '../../../components/ui/index.ts';
import type { ErrorWithCode } from '../../../lib/api/errors.ts';
import { refusalWords } from '../refusal-words.ts';
import type { Hold } from '../wizard/use-hold.ts';

type OfferChangedProps = { error: ErrorWithCode<'OFFER_CHANGED'>; hold: Hold };

/** What was chosen is not offered like that any more; what else was chosen and typed is kept for the next choice. */
export function OfferChanged({ error, hold }: OfferChangedProps) {
  const { chooseAgain } = hold;
  const choose = () => {
    hold.forget();
    chooseAgain?.(error.details?.sessionTypes);
  };
  return (
    <Alert
      tone="warn"
      live="assertive"
      title={refusalWords.offerChanged}
      actions={chooseAgain && <Button onClick={choose}>{refusalWords.chooseAgain}</Button>}
    >
      {refusalWords.offerChangedText}
    </Alert>
  );
}
