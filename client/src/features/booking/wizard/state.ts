import type { SessionType } from '@serene/shared/contracts';
import type { Duration } from '@serene/shared/scheduling';

/** The steps of a booking, on whichever page or in whichever dialog it is made. */
export type BookingStep = 'SELECT_TIME' | 'ENTER_DETAILS' | 'CONFIRM_BOOKING' | 'PROCESS_PAYMENT' | 'BOOKING_COMPLETE';

/** What can be on screen, in this order; a dialog or a page may leave some out, or show two at once. */
const screens = ['select-type', 'select-date', 'select-time', 'details', 'confirm', 'payment', 'complete'] as const;
export type Screen = (typeof screens)[number];

const stepOf: Record<Screen, BookingStep> = {
  'select-type': 'SELECT_TIME',
  'select-date': 'SELECT_TIME',
  'select-time': 'SELECT_TIME',
  details: 'ENTER_DETAILS',
  confirm: 'CONFIRM_BOOKING',
  payment: 'PROCESS_PAYMENT',
  complete: 'BOOKING_COMPLETE',
};

/** What the customer tells the expert; the answers by the id of their question. */
export type ClientDetails = { pathway: string | null; answers: Readonly<Record<string, string>>; notes: string };

/** What has been chosen so far. It outlives the dialog: closing, signing in or reloading loses nothing of it. */
export type BookingState = {
  step: BookingStep;
  screen: Screen;
  /** Null is the expert's hour, undefined that nothing is chosen. */
  sessionType: SessionType | null | undefined;
  duration: Duration;
  /** The viewer's day, `YYYY-MM-DD`. */
  date: string | null;
  /** The instant at which the chosen slot starts, which stays the same in every zone. */
  selectedTimeSlot: string | null;
  /** Once they are complete. */
  clientDetails?: ClientDetails | undefined;
  /** The order that holds the slot, once there is one. */
  paymentId: string | null;
  /** How the payment of that order stands. */
  paymentStatus?: 'UNPAID' | 'FAILED' | 'PAID' | undefined;
  bookingId?: string | undefined;
  calendlyEventId?: string | undefined;
};

/** A slot for which an order was made. */
type HeldSlot = { bookingId: string; paymentId: string; startsAt: string; duration: Duration };

export type BookingAction =
  | { type: 'type-chosen'; sessionType: SessionType | null }
  | { type: 'date-chosen'; date: string }
  | { type: 'duration-chosen'; duration: Duration }
  | { type: 'slot-chosen'; startsAt: string; date: string }
  | { type: 'slot-lost' }
  | { type: 'details-entered'; details: ClientDetails }
  | { type: 'went-to'; screen: Screen }
  | ({ type: 'held' } & HeldSlot)
  | { type: 'hold-gone'; screen: 'select-time' | 'confirm' }
  /** The checkout closed without a payment, or an attempt failed; the hold stands either way. */
  | { type: 'payment-cancelled' | 'payment-declined' }
  /** What was chosen is not offered like that any more. */
  | { type: 'offer-changed' }
  | { type: 'booked'; bookingId: string; calendlyEventId?: string | undefined };

const noHold = { paymentId: null, bookingId: undefined, paymentStatus: undefined };

/** The next state of the booking. Pure: no clock, no request. */
export function reduceBooking(state: BookingState, action: BookingAction): BookingState {
  switch (action.type) {
    case 'type-chosen':
      return withType(state, action.sessionType);
    case 'date-chosen':
      return action.date === state.date ? state : { ...state, ...noHold, date: action.date, selectedTimeSlot: null };
    case 'duration-chosen':
      return action.duration === state.duration ? state : { ...state, ...noHold, duration: action.duration };
    case 'slot-chosen':
      return { ...state, ...noHold, date: action.date, selectedTimeSlot: action.startsAt };
    case 'slot-lost':
      return { ...state, ...noHold, selectedTimeSlot: null };
    case 'details-entered':
      return goTo({ ...state, clientDetails: action.details }, 'confirm');
    case 'went-to':
      return goTo(state, action.screen);
    case 'held':
      return isAwaited(state, action) ? withOrder(state, action) : state;
    case 'hold-gone':
      return goTo({ ...state, ...noHold }, action.screen);
    case 'payment-cancelled':
    case 'payment-declined': {
      const paymentStatus = action.type === 'payment-declined' ? 'FAILED' : 'UNPAID';
      return state.step === 'PROCESS_PAYMENT' ? { ...state, paymentStatus } : state;
    }
    case 'offer-changed':
      return goTo({ ...state, ...noHold, sessionType: undefined }, 'select-type');
    case 'booked': {
      const { bookingId, calendlyEventId } = action;
      return goTo({ ...state, bookingId, calendlyEventId, paymentStatus: 'PAID' }, 'complete');
    }
  }
}

/** The time stays: whether another length fits there is seen where times are shown. Answers belong to their questions. */
function withType(state: BookingState, sessionType: SessionType | null): BookingState {
  if (sessionType === state.sessionType) return state;
  const duration = sessionType?.durationMinutes ?? state.duration;
  return { ...state, ...noHold, sessionType, duration, clientDetails: undefined };
}

/** Whether the customer still waits for this slot: an answer may come when they have gone back or chosen another. */
function isAwaited({ screen, selectedTimeSlot, duration }: BookingState, slot: HeldSlot): boolean {
  return screen === 'confirm' && selectedTimeSlot === slot.startsAt && duration === slot.duration;
}

function withOrder(state: BookingState, { bookingId, paymentId }: HeldSlot): BookingState {
  return goTo({ ...state, bookingId, paymentId, paymentStatus: 'UNPAID' }, 'payment');
}

/** Goes to a screen, or to the last one before it that the choices allow: an address can never skip a question. */
export function goTo(state: BookingState, wanted: Screen): BookingState {
  const { sessionType, date, selectedTimeSlot, clientDetails, paymentId, bookingId } = state;
  const hasType = sessionType !== undefined;
  const hasTime = hasType && date !== null && selectedTimeSlot !== null;
  const allowed: Record<Screen, boolean> = {
    'select-type': true,
    'select-date': hasType,
    'select-time': hasType && date !== null,
    details: hasTime,
    confirm: hasTime && (!asksDetails(sessionType) || clientDetails !== undefined),
    payment: hasTime && paymentId !== null,
    complete: bookingId !== undefined,
  };
  const last = screens.indexOf(wanted);
  const screen = screens.findLast((name, index) => index <= last && allowed[name]) ?? 'select-type';
  return screen === state.screen ? state : { ...state, screen, step: stepOf[screen] };
}

/** Whether somebody who books it has to tell something. */
export function asksDetails(sessionType: SessionType | null): boolean {
  return sessionType !== null && sessionType.pathways.length + sessionType.questions.length > 0;
}
