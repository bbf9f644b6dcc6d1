import { useSyncExternalStore } from 'react';

/** How often a page looks at the clock: deadlines are told in minutes. */
const tickMs = 15_000;

let ahead = 0;
let shown = Date.now();
let timer: number | undefined;
const listeners = new Set<() => void>();

/** Takes over the server's time from an answer that carries it: the clock of this device may be wrong. */
export function noteServerTime(serverTime: string): void {
  ahead = Date.parse(serverTime) - Date.now();
  look();
}

/** The server's time in epoch milliseconds, as far as it is known. */
export function serverNow(): number {
  return Date.now() + ahead;
}

/** The server's time in epoch milliseconds, as far as it is known; the page is drawn again as it passes. */
export function useServerNow(): number {
  return useSyncExternalStore(subscribe, () => shown);
}

function look(): void {
  shown = serverNow();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    timer = window.setInterval(look, tickMs);
    // Timers pause in the background.
    document.addEventListener('visibilitychange', look);
  }
  listeners.add(listener);
  look();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
}
