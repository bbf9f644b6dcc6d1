import type { Booking } from '@serene/shared/contracts';
import { minuteMs } from '@serene/shared/time';
import { Avatar } from '../../../components/ui/index.ts';
import { formatMoney } from '../../../lib/money.ts';
import { longDay, timeRange } from '../../../lib/time/format.ts';
import { PaymentStatusIndicator } from '../components/PaymentStatusIndicator.tsx';
import { PaymentSummary } from '../components/PaymentSummary.tsx';

type BookingFactsProps = { booking: Booking; zone: string };

/** With whom, what, when and for how much, and how its money stands. */
export function BookingFacts({ booking, zone }: BookingFactsProps) {
  const { expert, amount, currency, paymentStatus } = booking;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-center gap-3">
        <Avatar id={expert.id} name={expert.name} src={expert.avatar} size={40} />
        <div className="min-w-0">
          <p className="font-semibold">{expert.name}</p>
          <p className="text-small text-muted">{expert.category}</p>
        </div>
      </div>
      <PaymentSummary amount={amount} currency={currency} details={shownDetails(booking, zone)} />
      <PaymentStatusIndicator status={paymentStatus} amount={formatMoney(amount, currency)} />
    </div>
  );
}

/** The booking as the payment shows it. */
export function shownDetails(booking: Booking, zone: string) {
  const { sessionTypeId, title, expert, startTime, endTime } = booking;
  return {
    // The title of an hour says its length and the expert, which stand beside it.
    title: sessionTypeId === null ? undefined : title,
    expertName: expert.name,
    date: longDay(startTime, zone),
    time: timeRange(startTime, endTime, zone),
    duration: (Date.parse(endTime) - Date.parse(startTime)) / minuteMs,
  };
}
