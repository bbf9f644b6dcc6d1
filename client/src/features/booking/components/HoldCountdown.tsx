import { Hourglass } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Alert } from '../../../components/ui/index.ts';
import { announce } from '../../../lib/announce.ts';
import { clockTime } from '../../../lib/time/format.ts';
import { secondsLeft, type CheckoutOrder } from '../checkout-order.ts';
import { words } from '../payment/words.ts';

type HoldCountdownProps = {
  order: Pick<CheckoutOrder, 'holdExpiresAt'>;
  /** The held time, as the customer knows it. */
  time: string;
  zone: string;
  onEnd: () => void;
};

/** When people with a screen reader are told, in seconds before the end. */
const announcedAt = [300, 120];
const lastMinutes = 120;

/** Until when the slot is held: first the time of day, then what is left of it, in seconds only at the very end. */
export function HoldCountdown({ order, time, zone, onEnd }: HoldCountdownProps) {
  const [left, setLeft] = useState(() => secondsLeft(order));
  const look = useEffectEvent(() => {
    const now = secondsLeft(order);
    if (now === left) return;
    setLeft(now);
    if (announcedAt.some((mark) => now <= mark && mark < left)) announce(words.minutesLeft(Math.ceil(now / 60)));
    if (now === 0) {
      announce(words.ended, 'assertive');
      onEnd();
    }
  });
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (secondsLeft(order) === 0) end();
    const timer = window.setInterval(look, 1000);
    // Timers pause in the background, where a UPI app may keep the customer for minutes.
    document.addEventListener('visibilitychange', look);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [order]);

  if (order.holdExpiresAt === null || left === 0) return null;
  const until = clockTime(order.holdExpiresAt, zone);
  if (left <= lastMinutes) {
    return (
      <Alert tone="warn" title={<Remaining left={left} />}>
        {words.runningOut(time, until)}
      </Alert>
    );
  }
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-small">
      <Hourglass aria-hidden className="size-4 text-link" />
      <span className="font-medium">{words.heldUntil(until)}</span>
      <span className="text-muted">
        <Remaining left={left} />
      </span>
    </p>
  );
}

function Remaining({ left }: { left: number }) {
  const text =
    left > lastMinutes ? words.minutesLeft(Math.ceil(left / 60)) : words.secondsLeft(Math.floor(left / 60), left % 60);
  return (
    <span role="timer" className="tabular-nums">
      {text}
    </span>
  );
}
