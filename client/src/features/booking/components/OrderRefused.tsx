import { Alert, Button } from '../../../components/ui/index.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { refusalWords as words } from '../refusal-words.ts';
import type { ProblemProps } from '../wizard/step-props.ts';
import { ConfirmAddressFirst } from './ConfirmAddressFirst.tsx';
import { HoldLimited } from './HoldLimited.tsx';
import { OfferChanged } from './OfferChanged.tsx';
import { PriceChanged } from './PriceChanged.tsx';
import { SlotTaken } from './SlotTaken.tsx';

/** A refusal that says what to do instead. */
export function OrderRefused({ expert, wizard, hold, zone, error }: ProblemProps) {
  const { selectedTimeSlot: startsAt, duration } = wizard.state;
  const goBack = () => {
    hold.forget();
    wizard.dispatch({ type: 'went-to', screen: 'select-time' });
  };
  const seeAll = () => {
    wizard.dispatch({ type: 'slot-lost' });
    goBack();
  };
  if (hasCode(error, 'SLOT_TAKEN')) {
    const take = (instant: string) => {
      hold.forget();
      wizard.chooseSlot({ startsAt: instant });
    };
    return (
      <SlotTaken
        expertId={expert.id}
        startsAt={startsAt ?? ''}
        duration={duration}
        zone={zone}
        nearest={error.details?.nearest ?? []}
        onTake={take}
        onSeeAll={seeAll}
        onShow={hold.showBooking}
      />
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
  if (hasCode(error, 'OFFER_CHANGED')) return <OfferChanged error={error} hold={hold} />;
  if (hasCode(error, 'PRICE_CHANGED')) {
    return <PriceChanged error={error} hold={hold} onGoBack={goBack} />;
  }
  if (hasCode(error, 'EMAIL_NOT_CONFIRMED')) return hold.user && <ConfirmAddressFirst user={hold.user} />;
  if (hasCode(error, 'FREE_SESSIONS_FULL', 'TOO_MANY_HOLDS', 'HOLD_AGAIN_LATER')) {
    return <HoldLimited error={error} onChooseAnother={goBack} />;
  }
  return null;
}
