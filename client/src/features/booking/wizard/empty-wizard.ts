import type { WizardState } from './state.ts';

/** Nothing is chosen yet. */
export const emptyWizard: WizardState = {
  step: 'select-date',
  date: null,
  duration: 60,
  startsAt: null,
  paymentId: null,
};
