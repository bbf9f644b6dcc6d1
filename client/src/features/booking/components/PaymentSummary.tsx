import { CalendarDays, Clock, Tag, Timer, Wallet } from 'lucide-react';
import { Facts } from '../../../components/ui/index.ts';
import { formatMoney } from '../../../lib/money.ts';
import { words } from '../words.ts';

type PaymentSummaryProps = {
  amount: number;
  currency: string;
  details: { title?: string | undefined; date: string; time: string; duration: number };
};

/** What is being paid for. */
export function PaymentSummary({ amount, currency, details }: PaymentSummaryProps) {
  return (
    <div className="rounded-card bg-surface-2 p-4">
      <Facts
        facts={[
          ...(details.title === undefined ? [] : [{ icon: Tag, label: words.sessionType, value: details.title }]),
          { icon: CalendarDays, label: words.date, value: details.date },
          { icon: Clock, label: words.time, value: details.time },
          { icon: Timer, label: words.duration, value: words.minutes(details.duration) },
          { icon: Wallet, label: words.amount, value: formatMoney(amount, currency) },
        ]}
      />
    </div>
  );
}
