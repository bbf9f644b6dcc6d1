import { describe, expect, it } from 'vitest';
import { buildSessionType } from '../../../testing/fixtures.ts';
import { goTo, reduceBooking, type BookingAction, type BookingState, type ClientDetails } from './state.ts';

const startsAt = '2026-01-15T08:30:00.000Z';
const hour: BookingState = {
  step: 'SELECT_TIME',
  screen: 'select-date',
  sessionType: null,
  duration: 60,
  date: null,
  selectedTimeSlot: null,
  paymentId: null,
};
const unchosen: BookingState = { ...hour, screen: 'select-type', sessionType: undefined };
const timed: BookingState = { ...hour, screen: 'select-time', date: '2026-01-15', selectedTimeSlot: startsAt };
const confirming: BookingState = { ...timed, step: 'CONFIRM_BOOKING', screen: 'confirm' };
const order = { bookingId: '75a1b2c3d4e5f60718293a4b', paymentId: '65a1b2c3d4e5f60718293a4b' };
const heldEvent = { type: 'held', ...order, startsAt, duration: 60 } as const;
const held: BookingState = {
  ...confirming,
  ...order,
  step: 'PROCESS_PAYMENT',
  screen: 'payment',
  paymentStatus: 'UNPAID',
};
const question = { id: 'q1', kind: 'short', label: 'How do you sleep?', required: true, choices: [] } as const;
const talk = buildSessionType();
const asking = buildSessionType({ questions: [{ ...question, choices: [] }] });
const details: ClientDetails = { pathway: null, answers: { q1: 'Badly' }, notes: '' };

const after = (state: BookingState, ...actions: BookingAction[]) => actions.reduce(reduceBooking, state);

describe('the booking', () => {
  it('goes from the time to the details, the confirmation, the payment and its end', () => {
    const steps = [
      { type: 'type-chosen', sessionType: asking },
      { type: 'slot-chosen', startsAt, date: '2026-01-15' },
      { type: 'went-to', screen: 'confirm' },
      { type: 'details-entered', details },
      { ...heldEvent, duration: 45 },
      { type: 'booked', bookingId: order.bookingId, calendlyEventId: 'event' },
    ] as const;
    const passed = steps.map((_, index) => after(unchosen, ...steps.slice(0, index + 1)));

    expect(passed.map(({ step }) => step)).toEqual([
      'SELECT_TIME',
      'SELECT_TIME',
      'ENTER_DETAILS',
      'CONFIRM_BOOKING',
      'PROCESS_PAYMENT',
      'BOOKING_COMPLETE',
    ]);
    expect(passed.at(-1)).toMatchObject({
      sessionType: asking,
      selectedTimeSlot: startsAt,
      clientDetails: details,
      paymentStatus: 'PAID',
      bookingId: order.bookingId,
      calendlyEventId: 'event',
    });
  });

  it('does not move on by itself when something is chosen', () => {
    const chosen = after(unchosen, { type: 'type-chosen', sessionType: talk });
    const dated = after(hour, { type: 'date-chosen', date: '2026-01-15' });
    const slotted = after({ ...dated, screen: 'select-time' }, { type: 'slot-chosen', startsAt, date: '2026-01-15' });

    expect([chosen.screen, dated.screen, slotted.screen]).toEqual(['select-type', 'select-date', 'select-time']);
  });

  it('asks for details only where the offer has questions or pathways', () => {
    const confirm = { type: 'went-to', screen: 'confirm' } as const;
    const pathway = buildSessionType({ category: 'pathway', pathways: ['Anxiety'] });

    expect(after(timed, confirm).step).toBe('CONFIRM_BOOKING');
    expect(after({ ...timed, sessionType: talk }, confirm).step).toBe('CONFIRM_BOOKING');
    expect(after({ ...timed, sessionType: asking }, confirm).step).toBe('ENTER_DETAILS');
    expect(after({ ...timed, sessionType: pathway }, confirm).step).toBe('ENTER_DETAILS');
    expect(after({ ...timed, sessionType: talk }, { type: 'went-to', screen: 'details' }).step).toBe('ENTER_DETAILS');
  });

  it('keeps every answer on the way back and forward', () => {
    const told = { ...confirming, sessionType: asking, clientDetails: details };
    const back = after(told, { type: 'went-to', screen: 'select-date' });

    expect(back).toEqual({ ...told, step: 'SELECT_TIME', screen: 'select-date' });
    expect(after(back, { type: 'went-to', screen: 'confirm' })).toEqual(told);
  });

  it('keeps the slot when the same date is chosen again, and drops it with another date', () => {
    expect(after(confirming, { type: 'date-chosen', date: '2026-01-15' })).toBe(confirming);
    expect(after(confirming, { type: 'date-chosen', date: '2026-01-16' }).selectedTimeSlot).toBeNull();
  });

  it('keeps the time for another offer, takes its length, and asks its own questions', () => {
    const told = { ...held, sessionType: asking, clientDetails: details };
    const changed = after(told, { type: 'type-chosen', sessionType: talk });

    expect(changed).toMatchObject({ sessionType: talk, duration: 45, selectedTimeSlot: startsAt, paymentId: null });
    expect(changed.clientDetails).toBeUndefined();
    expect(after(told, { type: 'type-chosen', sessionType: asking })).toBe(told);
  });

  it('asks for a new hold when the duration changes, and keeps the slot', () => {
    const changed = after(held, { type: 'duration-chosen', duration: 90 });

    expect(changed).toMatchObject({ duration: 90, paymentId: null, selectedTimeSlot: startsAt });
  });

  it('goes back to the choice of an offer when it changed, with time and day kept', () => {
    expect(after(held, { type: 'offer-changed' })).toMatchObject({
      step: 'SELECT_TIME',
      screen: 'select-type',
      sessionType: undefined,
      date: '2026-01-15',
      selectedTimeSlot: startsAt,
      paymentId: null,
    });
  });

  it('chooses another slot after one was lost', () => {
    expect(after(confirming, { type: 'slot-lost' })).toMatchObject({ selectedTimeSlot: null, date: '2026-01-15' });
  });
});

describe('the payment of a booking', () => {
  it('begins with the order that holds the slot', () => {
    expect(after(confirming, heldEvent)).toEqual(held);
  });

  it.each([
    ['went back', { ...confirming, screen: 'select-time', step: 'SELECT_TIME' }],
    ['chose another time', { ...confirming, selectedTimeSlot: '2026-01-15T10:00:00.000Z' }],
    ['chose another duration', { ...confirming, duration: 90 }],
  ] as const)('does not begin with an order that arrives when the customer %s', (_what, state) => {
    expect(after(state, heldEvent)).toBe(state);
  });

  it('stays where it is when the checkout is closed, with the hold', () => {
    expect(after(held, { type: 'payment-cancelled' })).toEqual(held);
  });

  it('stays where it is when the card is declined, with the hold, and says so', () => {
    const declined = after(held, { type: 'payment-declined' });

    expect(declined).toEqual({ ...held, paymentStatus: 'FAILED' });
    expect(after(declined, { type: 'payment-cancelled' })).toEqual(held);
  });

  it('goes back to the confirmation when the hold lapses, with everything but the order', () => {
    const lapsed = after(held, { type: 'hold-gone', screen: 'confirm' });

    expect(lapsed).toEqual({ ...confirming, bookingId: undefined, paymentStatus: undefined });
  });

  it('hears of no failure once it is over or given up', () => {
    const complete = after(held, { type: 'booked', bookingId: order.bookingId });

    expect(after(complete, { type: 'payment-declined' })).toBe(complete);
    expect(after(confirming, { type: 'payment-cancelled' })).toBe(confirming);
  });
});

describe('a screen', () => {
  it.each([
    ['no offer', unchosen, 'select-time', 'select-type'],
    ['no day', hour, 'select-time', 'select-date'],
    ['no time', { ...hour, date: '2026-01-15' }, 'confirm', 'select-time'],
    ['no answers', { ...timed, sessionType: asking }, 'payment', 'details'],
    ['no order', timed, 'payment', 'confirm'],
    ['no booking', { ...held, bookingId: undefined }, 'complete', 'payment'],
  ] as const)('is not reached with %s', (_missing, state, wanted, screen) => {
    expect(goTo(state, wanted).screen).toBe(screen);
  });

  it('is reached after a reload that finds the order alone', () => {
    expect(goTo({ ...timed, sessionType: asking, paymentId: order.paymentId }, 'payment').step).toBe('PROCESS_PAYMENT');
  });
});
