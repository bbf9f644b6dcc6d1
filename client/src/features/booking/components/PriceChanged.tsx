import { Alert, Button } from '../../../components/ui/index.ts';
import type { ErrorWithCode } from '../../../lib/api/errors.ts';
import { formatMoney } from '../../../lib/money.ts';
import { refusalWords as words } from '../refusal-words.ts';
import type { Hold } from '../wizard/use-hold.ts';

type PriceChangedProps = {
  error: ErrorWithCode<'PRICE_CHANGED'>;
  hold: Hold;
  currency: string;
  onGoBack: () => void;
};

/** The price is another one than was shown: what it is now, and what it was. Only consent goes on. */
export function PriceChanged({ error, hold, currency, onGoBack }: PriceChangedProps) {
  const price = error.details?.amount ?? hold.price;
  const shown = formatMoney(price, currency);
  return (
    <Alert
      tone="warn"
      live="assertive"
      title={words.priceChanged(shown)}
      actions={
        <>
          <Button onClick={() => hold.hold(price)}>{words.continueWith(shown)}</Button>
          <Button variant="secondary" onClick={onGoBack}>
            {words.goBack}
          </Button>
        </>
      }
    >
      {words.priceChangedText(formatMoney(hold.price, currency))}
    </Alert>
  );
}
