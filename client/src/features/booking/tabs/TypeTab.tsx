import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Alert, StepFooter } from '../../../components/ui/index.ts';
import { SessionTypeSelector } from '../../offers/index.ts';
import { failedPath } from '../paths.ts';
import { words as booking } from '../words.ts';
import type { BookingPageState } from './use-booking-page.ts';
import { words } from './words.ts';

/** Tab 1: what to book. A type for members asks for the sign-in before a time is chosen. */
export function TypeTab({ page }: { page: BookingPageState }) {
  const { expert, offers, offer, wizard, isOfferGone } = page;
  const navigate = useNavigate();
  const [isMissing, setIsMissing] = useState(false);
  const { paymentId } = page.address;
  const next = () => {
    if (offer === undefined) setIsMissing(true);
    else if (page.needsSignIn) page.signIn('select-date');
    else wizard.dispatch({ type: 'went-to', screen: 'select-date' });
  };
  return (
    <>
      {isOfferGone && (
        <Alert
          tone="warn"
          live="assertive"
          title={words.gone}
          actions={
            paymentId !== null && (
              <a
                href={failedPath('dismissed', paymentId)}
                className="inline-flex min-h-11 items-center text-link underline"
              >
                {words.finishPayment}
              </a>
            )
          }
        >
          {words.goneText}
        </Alert>
      )}
      <SessionTypeSelector
        sessionTypes={offers}
        selectedId={offer?.id}
        onSelect={({ sessionType }) => wizard.dispatch({ type: 'type-chosen', sessionType })}
      />
      <StepFooter
        problem={isMissing && offer === undefined ? words.chooseType : undefined}
        back={{ label: booking.cancel, leaves: true, onPress: () => void navigate(`/experts/${expert.slug}`) }}
        next={{ label: page.needsSignIn ? words.signInToGoOn : booking.next, onPress: next }}
      />
    </>
  );
}
