import { emptyWizard } from './empty-wizard.ts';
import type { WizardState } from './state.ts';

/** The address with the booking in it; everything else in the address stays. */
export function writeWizard(search: URLSearchParams, state: WizardState, open: boolean): URLSearchParams {
  const next = new URLSearchParams(search);
  const set = (name: string, value: string | null) => (value === null ? next.delete(name) : next.set(name, value));
  set('book', open ? '1' : null);
  set('step', open ? state.step : null);
  set('date', state.date);
  set('duration', String(state.duration));
  set('slot', state.startsAt);
  set('order', state.paymentId);
  return next;
}

/** A link that opens the booking of an expert with these choices made. */
export function bookingPath(slug: string, choice: Partial<WizardState>): string {
  const search = writeWizard(new URLSearchParams(), { ...emptyWizard, ...choice }, true);
  return `/experts/${slug}?${search.toString()}`;
}
