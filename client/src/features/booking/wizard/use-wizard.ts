import type { Slot } from '@serene/shared/contracts';
import { useEffect, useRef, useState } from 'react';
import { dayKey } from '../../../lib/time/days.ts';
import { addressOf, stateAt } from './address.ts';
import { emptyAddress, type BookingAddress } from './empty-address.ts';
import { reduceBooking, type BookingAction, type BookingState } from './state.ts';

export type WizardHome = {
  /** The choices, where something above keeps them, such as an address. */
  wizard?: BookingAddress | undefined;
  onWizardChange?: ((next: BookingAddress, before: BookingAddress, state: BookingState) => void) | undefined;
};

type WizardUse = WizardHome & {
  /** What else is known of the booking: no address holds it. */
  known?: Partial<BookingState>;
};

const nothing: BookingState = {
  step: 'SELECT_TIME',
  screen: 'select-date',
  sessionType: null,
  duration: emptyAddress.duration,
  date: null,
  selectedTimeSlot: null,
  paymentId: null,
};

/** The booking's state, kept here or by the caller, and the way to change it. */
export function useWizard({ wizard, onWizardChange, known }: WizardUse, zone: string) {
  const [own, setOwn] = useState(nothing);
  const whole = { ...own, ...known };
  const state = onDayOf(zone, wizard === undefined ? whole : stateAt(whole, wizard));
  // Two changes in one event must build on each other, though the caller's state arrives with the next render.
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });

  const dispatch = (action: BookingAction) => {
    const before = latest.current;
    const next = reduceBooking(before, action);
    if (next === before) return;
    latest.current = next;
    setOwn(next);
    const [to, from] = [addressOf(next), addressOf(before)];
    // How a payment stands is in no address.
    if (next.sessionType !== before.sessionType || Object.values(to).join() !== Object.values(from).join()) {
      onWizardChange?.(to, from, next);
    }
  };

  const chooseSlot = (slot: Pick<Slot, 'startsAt'>) =>
    dispatch({ type: 'slot-chosen', startsAt: slot.startsAt, date: dayKey(slot.startsAt, zone) });
  return { state, dispatch, chooseSlot };
}

/** The same instant can lie on another day of another zone: the chosen slot says which day is shown. */
function onDayOf(zone: string, state: BookingState): BookingState {
  return state.selectedTimeSlot === null ? state : { ...state, date: dayKey(state.selectedTimeSlot, zone) };
}

export type Wizard = ReturnType<typeof useWizard>;
