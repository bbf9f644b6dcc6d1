import { durations } from '@serene/shared/scheduling';
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
    orderId: text('order', /^order_[A-Za-z0-9]{14}$/),
  });
}
