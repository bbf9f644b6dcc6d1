import { describe, expect, it } from 'vitest';
import { readWizard } from './address.ts';
import { emptyWizard } from './empty-wizard.ts';
import type { WizardState } from './state.ts';
import { bookingPath, writeWizard } from './write-address.ts';

const held: WizardState = {
  step: 'payment',
  date: '2026-01-15',
  duration: 90,
  startsAt: '2026-01-15T08:30:00.000Z',
  paymentId: '65a1b2c3d4e5f60718293a4b',
};

describe('the booking in the address', () => {
  it('survives a reload in every step', () => {
    expect(readWizard(writeWizard(new URLSearchParams(), held, true))).toEqual(held);
  });

  it('reads the order of an older address, which is the gateway’s', () => {
    const older = writeWizard(new URLSearchParams(), { ...held, paymentId: 'order_ABCDEFGHIJKLMN' }, true);

    expect(readWizard(older).paymentId).toBe('order_ABCDEFGHIJKLMN');
  });

  it('keeps the choices when the dialog closes, without the step', () => {
    const closed = writeWizard(new URLSearchParams('book=1'), held, false);

    expect(closed.has('book')).toBe(false);
    expect(readWizard(closed)).toEqual({ ...held, step: 'select-date' });
  });

  it('leaves the rest of the address alone', () => {
    expect(writeWizard(new URLSearchParams('from=mail'), emptyWizard, true).get('from')).toBe('mail');
  });

  it.each([
    'step=payment',
    'step=nowhere&duration=45',
    'date=tomorrow&slot=noon&order=a%20b',
    'date=2026-01-15&slot=2026-99-99T99:99:99Z&step=confirm',
  ])('ignores what makes no sense: %s', (query) => {
    const state = readWizard(new URLSearchParams(query));

    expect(state).toMatchObject({ duration: 60, startsAt: null, paymentId: null });
    expect(['select-date', 'select-time']).toContain(state.step);
  });

  it('makes links into the booking', () => {
    expect(bookingPath('dr-khan', { step: 'select-time', date: '2026-01-15' })).toBe(
      '/experts/dr-khan?book=1&step=select-time&date=2026-01-15&duration=60',
    );
  });
});
