import { CalendarX } from 'lucide-react';
import { Link } from 'react-router-dom';
import { buttonClass, EmptyState, PageHeading } from '../../../components/ui/index.ts';
import { words } from '../status-words.ts';

/** No booking is named, or none that this person may see. */
export function UnknownBooking() {
  return (
    <div className="page flex max-w-180 flex-col gap-6 py-8">
      <PageHeading title={words.noCheckout} />
      <EmptyState icon={CalendarX} title={words.noCheckoutText}>
        <Link to="/dashboard" className={buttonClass('primary')}>
          {words.dashboard}
        </Link>
      </EmptyState>
    </div>
  );
}
