import type { Duration } from '@serene/shared/scheduling';

export const wizardSteps = ['select-date', 'select-time', 'confirm', 'payment'] as const;
export type WizardStep = (typeof wizardSteps)[number];

/** What has been chosen so far. It outlives the dialog: closing, signing in or reloading loses nothing of it. */
export type WizardState = {
  step: WizardStep;
  /** The viewer's day, `YYYY-MM-DD`. */
  date: string | null;
  duration: Duration;
  /** The instant of the chosen slot, which stays the same in every zone. */
  startsAt: string | null;
  /** The order that holds the slot, once there is one. */
  paymentId: string | null;
};

export type WizardAction =
  | { type: 'date-chosen'; date: string }
  | { type: 'duration-chosen'; duration: Duration }
  | { type: 'slot-chosen'; startsAt: string; date: string }
  | { type: 'slot-lost' }
  | { type: 'went-to'; step: WizardStep }
  /** An order was made for this slot. */
  | { type: 'held'; paymentId: string; startsAt: string; duration: Duration }
  | { type: 'hold-gone'; step: 'select-time' | 'confirm' };

/** The next state of the booking. Pure: no clock, no request. */
export function reduceWizard(state: WizardState, action: WizardAction): WizardState {
  switch (action.type) {
    case 'date-chosen':
      return action.date === state.date ? state : { ...state, date: action.date, startsAt: null, paymentId: null };
    case 'duration-chosen':
      return action.duration === state.duration ? state : { ...state, duration: action.duration, paymentId: null };
    case 'slot-chosen':
      return { ...state, date: action.date, startsAt: action.startsAt, paymentId: null };
    case 'slot-lost':
      return { ...state, startsAt: null, paymentId: null };
    case 'went-to':
      return reachable({ ...state, step: action.step });
    case 'held':
      return isChosen(state, action) ? { ...state, paymentId: action.paymentId, step: 'payment' } : state;
    case 'hold-gone':
      return reachable({ ...state, paymentId: null, step: action.step });
  }
}

/** Whether the customer still waits for this slot: an answer may come when they have gone back or chosen another. */
function isChosen({ step, startsAt, duration }: WizardState, of: Pick<WizardState, 'startsAt' | 'duration'>): boolean {
  return step === 'confirm' && startsAt === of.startsAt && duration === of.duration;
}

/** Takes the state back to the last step that its choices allow, so that an address can never skip one. */
export function reachable(state: WizardState): WizardState {
  const allowed: Record<WizardStep, boolean> = {
    'select-date': true,
    'select-time': state.date !== null,
    confirm: state.date !== null && state.startsAt !== null,
    payment: state.date !== null && state.startsAt !== null && state.paymentId !== null,
  };
  const wanted = wizardSteps.indexOf(state.step);
  const step = wizardSteps.findLast((name, index) => index <= wanted && allowed[name]) ?? 'select-date';
  return step === state.step ? state : { ...state, step };
}
