import type { Screen } from './state.ts';

/** What of a booking stands in an address. */
export type BookingAddress = {
  step: Screen;
  /** The viewer's day, `YYYY-MM-DD`. */
  date: string | null;
  /** Of the expert's hour, in minutes. */
  duration: number;
  /** The instant of the chosen slot. */
  startsAt: string | null;
  /** The order that holds the slot. */
  paymentId: string | null;
};

/** Nothing is chosen yet. */
export const emptyAddress: BookingAddress = {
  step: 'select-date',
  date: null,
  duration: 60,
  startsAt: null,
  paymentId: null,
};
