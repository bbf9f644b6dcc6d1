import { Alert, Button } from '../../../components/ui/index.ts';
import type { ErrorWithCode } from '../../../lib/api/errors.ts';
import { formatMoney } from '../../../lib/money.ts';
import { refusalWords as words } from '../refusal-words.ts';
import type { Hold } from '../wizard/use-hold.ts';

type PriceChangedProps = {
  error: ErrorWithCode<'PRICE_CHANGED'>;
  hold: Hold;
  onGoBack: () => void;
};

/** The price is another one than was shown: what it is now, and what it was. Only consent goes on. */
export function PriceChanged({ error, hold, onGoBack }: PriceChangedProps) {
  const price = error.details?.amount ?? hold.price;
  const currency = error.details?.currency ?? hold.currency;
  const shown = formatMoney(price, currency);
  return (
    <Alert
      tone="warn"
      live="assertive"
      title={words.priceChanged(shown)}
      actions={
        <>
          <Button onClick={() => hold.hold({ price, currency })}>{words.continueWith(shown)}</Button>
          <Button variant="secondary" onClick={onGoBack}>
            {words.goBack}
          </Button>
        </>
      }
    >
      {words.priceChangedText(formatMoney(hold.price, hold.currency))}
    </Alert>
  );
}
