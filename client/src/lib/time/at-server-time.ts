import { useEffect, useEffectEvent } from 'react';
import { serverNow } from './server-clock.ts';

/** A browser's timer counts to 2^31 - 1 milliseconds and goes off at once beyond. */
const longestTimerMs = 2_147_483_647;
const againMs = 15_000;

/**
 * Acts when the server's clock reaches an instant, and again every 15 seconds until it is given another one: what was
 * asked for then may have failed. Null waits for nothing. Timers pause in the background, so the time is looked at
 * again when somebody comes back.
 * @param instant epoch milliseconds
 */
export function useAtServerTime(instant: number | null, act: () => void): void {
  const run = useEffectEvent(act);
  useEffect(() => {
    if (instant === null) return undefined;
    let timer: number | undefined;
    const look = () => {
      window.clearTimeout(timer);
      const left = instant - serverNow();
      if (left <= 0) run();
      timer = window.setTimeout(look, left > 0 ? Math.min(left, longestTimerMs) : againMs);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [instant]);
}
