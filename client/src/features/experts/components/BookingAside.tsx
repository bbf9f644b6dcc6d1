import type { CancellationPolicy, Expert } from '@serene/shared/contracts';
import { Button } from '../../../components/ui/index.ts';
import { formatMoney } from '../../../lib/money.ts';
import { onIntent } from '../../../lib/on-intent.ts';
import { loadBookingFlow } from '../../booking/index.ts';
import { hourlyPrice } from '../price-text.ts';
import { words } from '../words.ts';
import { NextTimes } from './NextTimes.tsx';

type BookingAsideProps = {
  expert: Expert;
  onBook: () => void;
};

/** Prices, rules and the way in. On phones the way in stays at the bottom of the screen. */
export function BookingAside({ expert, onBook }: BookingAsideProps) {
  return (
    <aside aria-label={words.prices} className="flex h-fit flex-col gap-4 card p-5 lg:sticky lg:top-20">
      <h2 className="text-h3 font-semibold">{words.prices}</h2>
      <dl className="flex flex-col gap-2 empty:hidden">
        {expert.prices.map(({ duration, amount }) => (
          <div key={duration} className="flex justify-between gap-4">
            <dt>{words.minutes(duration)}</dt>
            <dd className="font-semibold tabular-nums">{formatMoney(amount, expert.currency)}</dd>
          </div>
        ))}
      </dl>
      <NextTimes expert={expert} />
      <div
        data-bottom-bar
        className="max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-20 max-lg:flex max-lg:flex-wrap max-lg:items-center max-lg:gap-4 max-lg:border-t max-lg:border-line max-lg:bg-surface max-lg:p-3"
      >
        <p aria-hidden className="shrink-0 pl-1 font-semibold tabular-nums lg:hidden">
          {expert.prices.length > 0 && hourlyPrice(expert)}
        </p>
        <Button className="max-lg:flex-1 lg:w-full" onClick={onBook} {...onIntent(loadBookingFlow)}>
          {words.book}
        </Button>
      </div>
      <ul className="flex flex-col gap-2 text-small text-muted">
        <li>{policyText(expert.cancellationPolicy)}</li>
        {expert.requiresApproval && <li>{words.approval}</li>}
        {expert.minimumNoticeMinutes > 0 && <li>{words.notice(noticeText(expert.minimumNoticeMinutes))}</li>}
      </ul>
    </aside>
  );
}

function policyText({ freeUntilHours, refundPercentAfter }: CancellationPolicy): string {
  if (freeUntilHours === 0 || refundPercentAfter === 100) return words.policyUntilStart;
  const free = words.policy(freeUntilHours);
  return refundPercentAfter === 0 ? free : `${free} ${words.policyAfter(refundPercentAfter)}`;
}

function noticeText(minutes: number): string {
  if (minutes < 120) return words.noticeMinutes(minutes);
  const hours = minutes / 60;
  return hours < 48 ? words.noticeHours(Number(hours.toFixed(1))) : words.noticeDays(Number((hours / 24).toFixed(1)));
}
