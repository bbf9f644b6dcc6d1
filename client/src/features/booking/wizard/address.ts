import { durations } from '@serene/shared/scheduling';
import { paymentReference } from '../payment-reference.ts';
import { emptyWizard } from './empty-wizard.ts';
import { reachable, wizardSteps, type WizardState } from './state.ts';

const names = ['step', 'date', 'duration', 'slot', 'order'] as const;

/** Reads the booking from a page's address; what makes no sense there counts as not chosen. */
export function readWizard(search: URLSearchParams): WizardState {
  const text = (name: (typeof names)[number], shape: RegExp): string | null => {
    const value = search.get(name);
    return value !== null && shape.test(value) ? value : null;
  };
  const slot = text('slot', /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  return reachable({
    step: wizardSteps.find((step) => step === search.get('step')) ?? emptyWizard.step,
    date: text('date', /^\d{4}-\d\d-\d\d$/),
    duration: durations.find((minutes) => String(minutes) === search.get('duration')) ?? emptyWizard.duration,
    startsAt: slot !== null && Number.isFinite(Date.parse(slot)) ? slot : null,
    // Addresses of before name the gateway's order.
    paymentId: text('order', paymentReference),
  });
}
