import { describe, expect, it } from 'vitest';
import { buildSessionType } from '../../../testing/fixtures.ts';
import { addressOf, readAddress, stateAt } from './address.ts';
import { emptyAddress, type BookingAddress } from './empty-address.ts';
import { reduceBooking, type BookingState } from './state.ts';
import { bookingPath, writeAddress } from './write-address.ts';

const held: BookingAddress = {
  step: 'payment',
  date: '2026-01-15',
  duration: 90,
  startsAt: '2026-01-15T08:30:00.000Z',
  paymentId: '65a1b2c3d4e5f60718293a4b',
};

const before: BookingState = {
  step: 'SELECT_TIME',
  screen: 'select-date',
  sessionType: null,
  duration: 60,
  date: null,
  selectedTimeSlot: null,
  paymentId: null,
};
const read = (search: URLSearchParams | string) =>
  stateAt(before, readAddress(new URLSearchParams(search), ['select-date', 'select-time', 'confirm', 'payment']));

describe('the booking in the address', () => {
  it('survives a reload in every step', () => {
    for (const step of ['select-date', 'select-time', 'confirm', 'payment'] as const) {
      const state = read(writeAddress(new URLSearchParams(), { ...held, step }, true));

      expect(addressOf(state)).toEqual({ ...held, step });
    }
  });

  it('of a session type has its length, whatever the address says', () => {
    const sessionType = buildSessionType();

    expect(stateAt({ ...before, sessionType }, held).duration).toBe(45);
  });

  it('of a finished booking is that of its payment', () => {
    const booked = reduceBooking(stateAt(before, held), { type: 'booked', bookingId: '75a1b2c3d4e5f60718293a4b' });

    expect(addressOf(booked)).toEqual(held);
  });

  it('reads the order of an older address, which is the gateway’s', () => {
    const older = writeAddress(new URLSearchParams(), { ...held, paymentId: 'order_ABCDEFGHIJKLMN' }, true);

    expect(read(older).paymentId).toBe('order_ABCDEFGHIJKLMN');
  });

  it('keeps the choices when the dialog closes, without the step', () => {
    const closed = writeAddress(new URLSearchParams('book=1'), held, false);

    expect(closed.has('book')).toBe(false);
    expect(addressOf(read(closed))).toEqual({ ...held, step: 'select-date' });
  });

  it('leaves the rest of the address alone', () => {
    expect(writeAddress(new URLSearchParams('from=mail'), emptyAddress, true).get('from')).toBe('mail');
  });

  it.each([
    'step=payment',
    'step=nowhere&duration=45',
    'step=complete',
    'date=tomorrow&slot=noon&order=a%20b',
    'date=2026-01-15&slot=2026-99-99T99:99:99Z&step=confirm',
  ])('ignores what makes no sense: %s', (query) => {
    const state = read(query);

    expect(state).toMatchObject({ duration: 60, selectedTimeSlot: null, paymentId: null, step: 'SELECT_TIME' });
  });

  it.each(['2026-99-99', '2026-02-30', '9999-12-31', '0000-01-01'])('knows no day %s', (date) => {
    expect(read(`date=${date}`).date).toBeNull();
  });

  it('makes links into the booking', () => {
    expect(bookingPath('dr-khan', { step: 'select-time', date: '2026-01-15' })).toBe(
      '/experts/dr-khan?book=1&step=select-time&date=2026-01-15&duration=60',
    );
  });
});
