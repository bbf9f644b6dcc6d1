import type { Slot } from '@serene/shared/contracts';
import { useEffect, useRef, useState } from 'react';
import { dayKey } from '../../../lib/time/days.ts';
import { emptyWizard } from './empty-wizard.ts';
import { reduceWizard, type WizardAction, type WizardState } from './state.ts';

export type WizardHome = {
  /** The state, where something above the dialog keeps it, such as an address. */
  wizard?: WizardState | undefined;
  onWizardChange?: ((next: WizardState, before: WizardState) => void) | undefined;
};

/** The booking's state, kept here or by the caller, and the way to change it. */
export function useWizard({ wizard, onWizardChange }: WizardHome, zone: string) {
  const [own, setOwn] = useState(emptyWizard);
  const state = onDayOf(zone, wizard ?? own);
  // Two changes in one event must build on each other, though the caller's state arrives with the next render.
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });

  const dispatch = (action: WizardAction) => {
    const before = latest.current;
    const next = reduceWizard(before, action);
    if (next === before) return;
    latest.current = next;
    setOwn(next);
    onWizardChange?.(next, before);
  };

  const chooseSlot = (slot: Pick<Slot, 'startsAt'>) =>
    dispatch({ type: 'slot-chosen', startsAt: slot.startsAt, date: dayKey(slot.startsAt, zone) });
  return { state, dispatch, chooseSlot };
}

/** The same instant can lie on another day of another zone: the chosen slot says which day is shown. */
function onDayOf(zone: string, state: WizardState): WizardState {
  return state.startsAt === null ? state : { ...state, date: dayKey(state.startsAt, zone) };
}

export type Wizard = ReturnType<typeof useWizard>;
