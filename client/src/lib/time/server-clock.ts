import { minuteMs } from '@serene/shared/time';
import { useMemo, useState, useSyncExternalStore } from 'react';

/** How often a page looks at the clock: deadlines are told in minutes. */
const tickMs = 15_000;
/** A clock of this device that went on so much more or less than its timer was set anew, or the device slept. */
const doubtMs = 5_000;

// The timer of the page, unlike the clock of the device, is set by nobody while the page is open.
const steady = () => performance.now();
const deviceLead = () => Date.now() - steady();

/** The server's time less the page's timer; undefined before an answer told it. */
let lead: number | undefined;
let deviceLeadBefore = deviceLead();
let shown: number | null = null;
let timer: number | undefined;
let ask = () => {};
const listeners = new Set<() => void>();

/** Takes over the server's time from an answer that carries it: the clock of this device may be wrong. */
export function noteServerTime(serverTime: string | null): void {
  const time = Date.parse(serverTime ?? '');
  if (Number.isNaN(time)) return;
  lead = time - steady();
  deviceLeadBefore = deviceLead();
  look();
}

/** Goes back to knowing nothing of the server's time. */
export function forgetServerTime(): void {
  lead = undefined;
  shown = null;
}

/** The server's time in epoch milliseconds; until an answer told it, that of this device, on which nothing final rests. */
export function serverNow(): number {
  return steady() + (lead ?? deviceLead());
}

/** The server's time of an instant of this device's clock. */
export function serverTimeOf(deviceTime: number): number {
  return serverNow() - (Date.now() - deviceTime);
}

/** The server's time in epoch milliseconds, null until it is known; the page is drawn again as it passes. */
export function useServerNow(): number | null {
  return useSyncExternalStore(subscribe, () => shown);
}

/** When this part of the page was opened, to the minute, by the server's clock once that is known. */
export function useOpeningTime(): Date {
  const [opened] = useState(() => ({ steady: steady(), lead: deviceLead() }));
  const minute = useSyncExternalStore(subscribe, () => Math.floor((opened.steady + (lead ?? opened.lead)) / minuteMs));
  return useMemo(() => new Date(minute * minuteMs), [minute]);
}

/** Calls `again` when the server's time has to be asked for anew: the device slept, or its clock was set. */
export function askWhenInDoubt(again: () => void): void {
  ask = again;
}

function look(): void {
  if (Math.abs(deviceLead() - deviceLeadBefore) > doubtMs) {
    deviceLeadBefore = deviceLead();
    ask();
  }
  shown = lead === undefined ? null : steady() + lead;
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
