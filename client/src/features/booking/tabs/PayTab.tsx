import { minuteMs } from '@serene/shared/time';
import type { ReactNode } from 'react';
import { BookingPayment } from '../components/BookingPayment.tsx';
import { BookingReview } from '../components/BookingReview.tsx';
import { BookingForm } from '../details/BookingForm.tsx';
import { asksDetails, type Screen } from '../wizard/state.ts';
import { MembersNotice } from './MembersNotice.tsx';
import { ToldDetails } from './ToldDetails.tsx';
import type { BookingPageState } from './use-booking-page.ts';

type PayTabProps = { page: BookingPageState; heading: ReactNode };

/** Tab 3: what the expert should know, everything once more, and the payment. */
export function PayTab({ page, heading }: PayTabProps) {
  const { expert, bookable, wizard, hold, zone } = page;
  const { screen, sessionType, selectedTimeSlot, duration } = wizard.state;
  if (selectedTimeSlot === null || sessionType === undefined) return null;
  const goTo = (screen: Screen) => wizard.dispatch({ type: 'went-to', screen });
  switch (screen) {
    case 'details': {
      const endTime = new Date(Date.parse(selectedTimeSlot) + duration * minuteMs).toISOString();
      return (
        <>
          {heading}
          <MembersNotice page={page} />
          <BookingForm
            sessionType={sessionType}
            timeSlot={{ startTime: selectedTimeSlot, endTime, available: true }}
            expertId={expert.id}
            onComplete={(details) => wizard.dispatch({ type: 'details-entered', details })}
            onBack={() => goTo('select-time')}
          />
        </>
      );
    }
    case 'confirm':
      return (
        <>
          {heading}
          <MembersNotice page={page} />
          <BookingReview
            expert={bookable}
            wizard={wizard}
            hold={hold}
            zone={zone}
            onZoneChange={page.changeZone}
            onCancel={() => goTo('select-type')}
            backTo={asksDetails(sessionType) ? 'details' : 'select-time'}
          >
            <ToldDetails page={page} />
          </BookingReview>
        </>
      );
    default:
      return (
        <BookingPayment
          key={wizard.state.paymentId}
          expert={bookable}
          wizard={wizard}
          hold={hold}
          zone={zone}
          heading={heading}
          renderFrame={(content) => content}
          onClose={() => goTo('confirm')}
          onSuccess={page.showBooked}
          onFailure={page.showFailed}
        />
      );
  }
}
