import { lazy, Suspense } from 'react';
import { Alert, Button } from '../../../components/ui/index.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { explain } from '../../../lib/api/explain.ts';
import { formatMoney } from '../../../lib/money.ts';
import type { StepProps } from '../wizard/step-props.ts';
import { words } from '../words.ts';
import { holdLimits } from './hold-limits.ts';

// Seldom met, so they come when they are.
const SlotTaken = lazy(async () => ({ default: (await import('./SlotTaken.tsx')).SlotTaken }));
const HoldLimited = lazy(async () => ({ default: (await import('./HoldLimited.tsx')).HoldLimited }));
const ConfirmAddressFirst = lazy(async () => ({
  default: (await import('./ConfirmAddressFirst.tsx')).ConfirmAddressFirst,
}));

type OrderProblemProps = Pick<StepProps, 'expert' | 'wizard' | 'hold' | 'zone'> & { error: Error };

/** Why the slot could not be held, and the shortest way on. */
export function OrderProblem({ expert, wizard, hold, zone, error }: OrderProblemProps) {
  const { selectedTimeSlot: startsAt, duration } = wizard.state;
  const goBack = () => {
    hold.forget();
    wizard.dispatch({ type: 'went-to', screen: 'select-time' });
  };
  const seeAll = () => {
    wizard.dispatch({ type: 'slot-lost' });
    goBack();
  };
  if (hasCode(error, 'SLOT_TAKEN') && startsAt !== null) {
    const take = (instant: string) => {
      hold.forget();
      wizard.chooseSlot({ startsAt: instant });
    };
    return (
      <Suspense>
        <SlotTaken
          expertId={expert.id}
          startsAt={startsAt}
          duration={duration}
          zone={zone}
          nearest={error.details?.nearest ?? []}
          onTake={take}
          onSeeAll={seeAll}
          onShow={hold.showBooking}
        />
      </Suspense>
    );
  }
  if (hasCode(error, 'SLOT_NOT_BOOKABLE')) {
    return (
      <Alert
        tone="warn"
        live="assertive"
        title={words.notBookable}
        actions={
          <Button variant="secondary" onClick={seeAll}>
            {words.seeAll}
          </Button>
        }
      >
        {words.notBookableText}
      </Alert>
    );
  }
  if (hasCode(error, 'EMAIL_NOT_CONFIRMED') && hold.user) {
    return (
      <Suspense>
        <ConfirmAddressFirst user={hold.user} />
      </Suspense>
    );
  }
  const limit = holdLimits.find((code) => hasCode(error, code));
  if (limit !== undefined && hasCode(error, limit)) {
    return (
      <Suspense>
        <HoldLimited limit={limit} error={error} onChooseAnother={goBack} />
      </Suspense>
    );
  }
  const price = hasCode(error, 'PRICE_CHANGED') ? error.details?.amount : undefined;
  if (price !== undefined) {
    const shown = formatMoney(price, expert.currency);
    return (
      <Alert
        tone="warn"
        live="assertive"
        title={words.priceChanged(shown)}
        actions={
          <>
            <Button onClick={() => hold.hold(price)}>{words.continueWith(shown)}</Button>
            <Button variant="secondary" onClick={goBack}>
              {words.goBack}
            </Button>
          </>
        }
      >
        {words.priceChangedText(formatMoney(hold.price, expert.currency))}
      </Alert>
    );
  }
  return (
    <Alert
      tone="bad"
      live="assertive"
      title={words.holdFailed}
      actions={<Button onClick={() => hold.hold()}>{words.tryAgain}</Button>}
    >
      {explain(error)} {words.notChargedTryAgain}
    </Alert>
  );
}
