import { describe, expect, it } from 'vitest';
import { emptyWizard } from './empty-wizard.ts';
import { reachable, reduceWizard, type WizardState } from './state.ts';

const chosen: WizardState = {
  step: 'confirm',
  date: '2026-01-15',
  duration: 60,
  startsAt: '2026-01-15T08:30:00.000Z',
  paymentId: null,
};
const heldEvent = {
  type: 'held',
  paymentId: '65a1b2c3d4e5f60718293a4b',
  startsAt: '2026-01-15T08:30:00.000Z',
  duration: 60,
} as const;
const held: WizardState = { ...chosen, step: 'payment', paymentId: '65a1b2c3d4e5f60718293a4b' };

describe('the booking wizard', () => {
  it('does not move on by itself when a date or a slot is chosen', () => {
    const dated = reduceWizard(emptyWizard, { type: 'date-chosen', date: '2026-01-15' });
    const timed = reduceWizard(
      { ...dated, step: 'select-time' },
      { type: 'slot-chosen', startsAt: '2026-01-15T08:30:00.000Z', date: '2026-01-15' },
    );

    expect(dated.step).toBe('select-date');
    expect(timed.step).toBe('select-time');
  });

  it('keeps the slot when the same date is chosen again, and drops it with another date', () => {
    expect(reduceWizard(chosen, { type: 'date-chosen', date: '2026-01-15' })).toBe(chosen);
    expect(reduceWizard(chosen, { type: 'date-chosen', date: '2026-01-16' }).startsAt).toBeNull();
  });

  it('keeps every answer on the way back', () => {
    expect(reduceWizard(chosen, { type: 'went-to', step: 'select-date' })).toEqual({ ...chosen, step: 'select-date' });
  });

  it('asks for a new hold when the duration changes, and keeps the slot', () => {
    const changed = reduceWizard(held, { type: 'duration-chosen', duration: 90 });

    expect(changed).toMatchObject({ duration: 90, paymentId: null, startsAt: chosen.startsAt });
  });

  it('goes to payment with the order that holds the slot', () => {
    expect(reduceWizard(chosen, heldEvent)).toEqual(held);
  });

  it.each([
    ['went back', { ...chosen, step: 'select-time' }],
    ['chose another time', { ...chosen, startsAt: '2026-01-15T10:00:00.000Z' }],
    ['chose another duration', { ...chosen, duration: 90 }],
  ] as const)('ignores an order that arrives when the customer %s', (_what, state) => {
    expect(reduceWizard(state, heldEvent)).toBe(state);
  });

  it('goes back with everything but the order when the hold is gone', () => {
    expect(reduceWizard(held, { type: 'hold-gone', step: 'confirm' })).toEqual(chosen);
  });

  it('chooses another slot after one was lost', () => {
    expect(reduceWizard(chosen, { type: 'slot-lost' })).toMatchObject({ startsAt: null, date: '2026-01-15' });
  });

  it.each([
    [{ ...emptyWizard, step: 'select-time' as const }, 'select-date'],
    [{ ...emptyWizard, step: 'confirm' as const, date: '2026-01-15' }, 'select-time'],
    [{ ...chosen, step: 'payment' as const }, 'confirm'],
    [held, 'payment'],
  ])('never stands on a step whose questions are open', (state, step) => {
    expect(reachable(state).step).toBe(step);
  });
});
