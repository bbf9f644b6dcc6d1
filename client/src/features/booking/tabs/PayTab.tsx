import { minuteMs } from '@serene/shared/time';
import { Tag } from 'lucide-react';
import type { ReactNode } from 'react';
import { BookingPayment } from '../components/BookingPayment.tsx';
import { BookingReview } from '../components/BookingReview.tsx';
import { ChangeButton } from '../components/ChangeButton.tsx';
import { PaymentStatusIndicator } from '../components/PaymentStatusIndicator.tsx';
import { BookingForm } from '../details/BookingForm.tsx';
import { asksDetails, type Screen } from '../wizard/state.ts';
import { words as booking } from '../words.ts';
import { MembersNotice } from './MembersNotice.tsx';
import { ToldDetails } from './ToldDetails.tsx';
import type { BookingPageState } from './use-booking-page.ts';
import { words } from './words.ts';

type PayTabProps = { page: BookingPageState; heading: ReactNode };

/** Tab 3: what the expert should know, everything once more, and the payment. */
export function PayTab({ page, heading }: PayTabProps) {
  const { expert, bookable, wizard, hold, zone } = page;
  const { screen, sessionType, selectedTimeSlot, duration, paymentStatus } = wizard.state;
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
    case 'confirm': {
      const chosen = (
        <>
          {page.offer?.title}
          <ChangeButton label={words.changeType} onPress={() => goTo('select-type')} />
        </>
      );
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
            lead={[{ icon: Tag, label: booking.sessionType, value: chosen }]}
            backTo={asksDetails(sessionType) ? 'details' : 'select-time'}
          >
            <ToldDetails page={page} />
          </BookingReview>
        </>
      );
    }
    default:
      return (
        <BookingPayment
          key={wizard.state.paymentId}
          expert={bookable}
          wizard={wizard}
          hold={hold}
          zone={zone}
          heading={
            <div className="flex flex-wrap items-center justify-between gap-2">
              {heading}
              {paymentStatus !== undefined && <PaymentStatusIndicator status={paymentStatus} compact />}
            </div>
          }
          renderFrame={(content) => content}
          onClose={() => goTo('confirm')}
          onSuccess={page.showBooked}
          onFailure={page.showFailed}
        />
      );
  }
}
