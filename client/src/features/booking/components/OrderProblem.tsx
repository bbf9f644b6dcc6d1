import { Alert, Button } from '../../../components/ui/index.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { explain } from '../../../lib/api/explain.ts';
import { formatMoney } from '../../../lib/money.ts';
import { EmailNotice } from '../../auth/index.ts';
import { readNearest, readPrice } from '../payment/read-details.ts';
import type { StepProps } from '../wizard/step-props.ts';
import { words } from '../words.ts';
import { holdLimit } from './hold-limit.ts';
import { SlotTaken } from './SlotTaken.tsx';

type OrderProblemProps = Pick<StepProps, 'expert' | 'wizard' | 'hold' | 'zone'> & { error: Error };

/** Why the slot could not be held, and the shortest way on. */
export function OrderProblem({ expert, wizard, hold, zone, error }: OrderProblemProps) {
  const { startsAt, duration } = wizard.state;
  const goBack = () => {
    hold.forget();
    wizard.dispatch({ type: 'went-to', step: 'select-time' });
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
      <SlotTaken
        expertId={expert.id}
        startsAt={startsAt}
        duration={duration}
        zone={zone}
        nearest={readNearest(error.details)}
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
  if (hasCode(error, 'EMAIL_NOT_CONFIRMED') && hold.user) {
    return (
      <>
        <Alert tone="warn" live="assertive" title={words.confirmFirst}>
          {words.confirmFirstText}
        </Alert>
        <EmailNotice user={hold.user} />
      </>
    );
  }
  const limit = holdLimit(error);
  if (limit !== null) {
    const choose = (
      <Button variant="secondary" onClick={goBack}>
        {words.seeAll}
      </Button>
    );
    return (
      <Alert tone="warn" live="assertive" title={limit.title} actions={choose}>
        {limit.text}
      </Alert>
    );
  }
  const price = hasCode(error, 'PRICE_CHANGED') ? readPrice(error.details) : undefined;
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
