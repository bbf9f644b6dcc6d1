import {
  defaultSchedule,
  type Booking,
  type Expert,
  type Order,
  type OrderStatus,
  type OwnExpert,
  type Payment,
  type PaymentDetails,
  type Session,
  type SessionType,
  type Slot,
  type SlotReason,
  type User,
} from '@serene/shared/contracts';
import { type Duration } from '@serene/shared/scheduling';

export const expertId = 'a1b2c3d4e5f60718293a4b5c';
export const sessionId = 'b1b2c3d4e5f60718293a4b5c';
export const paymentId = 'c1b2c3d4e5f60718293a4b5c';
export const userId = 'd1b2c3d4e5f60718293a4b5c';
export const otherUserId = 'd2b2c3d4e5f60718293a4b5c';
export const sessionTypeId = 'f1b2c3d4e5f60718293a4b5c';
export const refundId = 'e1b2c3d4e5f60718293a4b5c';
export const orderId = 'order_ABCDEFGHIJKLMN';

/** Monday, 12 January 2026, half past nine in India: the clock of these tests. */
export const now = '2026-01-12T04:00:00.000Z';
/** Thursday, 15 January 2026, two in the afternoon in India. */
export const startsAt = '2026-01-15T08:30:00.000Z';

export function buildUser(overrides: Partial<User> = {}): User {
  return {
    id: userId,
    name: 'Asha Rao',
    email: 'asha@example.com',
    emailVerified: true,
    phone: '+919876543210',
    roles: ['customer'],
    timezone: 'Asia/Kolkata',
    locale: 'en-IN',
    weakPassword: false,
    reminders: true,
    expertId: null,
    expertSlug: null,
    ...overrides,
  };
}

/** The prices of these lengths at an hourly rate in major units, as the server makes them. */
function pricesAt(rate: number, durations: readonly Duration[] = [30, 60, 90, 120]): Expert['prices'] {
  return durations.map((duration) => {
    const amount = (rate * duration) / 60;
    return { duration, amount, amountMinor: Math.round(amount * 100) };
  });
}

export function buildExpert(overrides: Partial<Expert> = {}): Expert {
  const { rate = 1500 } = overrides;
  return {
    id: expertId,
    slug: 'dr-sarah-khan',
    name: 'Dr. Sarah Khan',
    avatar: '',
    category: 'Clinical Psychologist',
    headline: 'Calm for busy minds',
    rate: 1500,
    rateMinor: 150_000,
    currency: 'INR',
    languages: ['English', 'Hindi'],
    rating: { average: 4.8, count: 32 },
    about: 'Fifteen years of practice.',
    cancellationPolicy: { freeUntilHours: 24, refundPercentAfter: 0 },
    requiresApproval: false,
    workingDays: [1, 2, 3, 4, 5],
    timezone: defaultSchedule.timezone,
    workingHours: defaultSchedule.workingHours,
    breakTimes: [],
    slotDuration: 15,
    bufferMinutes: 0,
    minimumNoticeMinutes: 120,
    maximumAdvanceDays: 60,
    durations: [30, 60, 90, 120],
    prices: pricesAt(rate, overrides.durations),
    hasFreeTalk: false,
    ...overrides,
  };
}

export function buildOwnExpert(overrides: Partial<OwnExpert> = {}): OwnExpert {
  return { ...buildExpert(), dateOverrides: [], timeOff: [], ...overrides };
}

/** A talk of 45 minutes for 1,200 rupees. */
export function buildSessionType(overrides: Partial<SessionType> = {}): SessionType {
  return {
    id: sessionTypeId,
    expertId,
    title: 'Sleep consultation',
    description: 'We look at your nights and find one thing to change.',
    durationMinutes: 45,
    price: 1200,
    priceMinor: 120_000,
    currency: 'INR',
    isActive: true,
    color: 'teal',
    maxParticipants: 1,
    category: 'specialized',
    access: 'public',
    pathways: [],
    questions: [],
    place: { kind: 'room' },
    calendar: 'own',
    requiresApproval: false,
    cancellationPolicy: { freeUntilHours: 24, refundPercentAfter: 0 },
    isForSale: true,
    position: 0,
    version: 0,
    ...overrides,
  };
}

/** A slot of 15 January 2026 by its wall clock in India. */
export function buildSlot(time: string, reason?: SlotReason): Slot {
  return {
    time,
    startsAt: new Date(`2026-01-15T${time}:00+05:30`).toISOString(),
    available: reason === undefined,
    ...(reason === undefined ? {} : { reason }),
  };
}

export function buildSession(overrides: Partial<Session> = {}): Session {
  return {
    id: sessionId,
    reference: 'SW-8F3K',
    expert: {
      id: expertId,
      slug: 'dr-sarah-khan',
      name: 'Dr. Sarah Khan',
      avatar: '',
      category: 'Clinical Psychologist',
    },
    startsAt,
    endsAt: '2026-01-15T09:30:00.000Z',
    scheduledDate: '2026-01-15',
    scheduledTime: '14:00',
    timezone: 'Asia/Kolkata',
    duration: 60,
    amount: 1500,
    amountMinor: 150_000,
    currency: 'INR',
    paymentId,
    sessionTypeId: null,
    title: null,
    place: { kind: 'room' },
    status: 'confirmed',
    revision: 0,
    policy: { freeUntilHours: 24, refundPercentAfter: 0 },
    lateRefundMinor: 0,
    answerBy: null,
    autoCompletedAt: null,
    ended: null,
    rating: null,
    review: null,
    roomId: null,
    joinUrl: null,
    remindersBefore: [1440, 60],
    createdAt: now,
    updatedAt: now,
    ...overrides,
  };
}

/** The answer to `GET /sessions/:id`, at `serverTime` by the server's clock. */
export function sessionAnswer(overrides: Partial<Session> = {}, serverTime = now) {
  return { success: true as const, session: buildSession(overrides), serverTime };
}

/** A talk of 45 minutes that is held and not paid. */
export function buildBooking(overrides: Partial<Booking> = {}): Booking {
  const { expert } = buildSession();
  return {
    id: sessionId,
    expertId,
    expert,
    clientId: userId,
    sessionTypeId,
    title: 'Sleep consultation',
    startTime: startsAt,
    endTime: '2026-01-15T09:15:00.000Z',
    status: 'PENDING',
    paymentStatus: 'UNPAID',
    amount: 1200,
    amountMinor: 120_000,
    currency: 'INR',
    paymentId,
    clientTimezone: 'Asia/Kolkata',
    expertTimezone: 'Asia/Kolkata',
    holdExpiresAt: '2026-01-12T04:10:00.000Z',
    confirmationUrl: `https://serene.example.com/booking/confirmation?bookingId=${sessionId}`,
    createdAt: now,
    updatedAt: now,
    ...overrides,
  };
}

export function buildOrder(overrides: Partial<Order> = {}): Order {
  return {
    success: true,
    orderId,
    paymentId,
    bookingId: sessionId,
    amount: 1500,
    amountMinor: 150_000,
    currency: 'INR',
    checkout: {
      id: orderId,
      kind: 'popup',
      key: 'a-public-key',
      script: 'https://checkout.example.com/v1/checkout.js',
      page: 'https://checkout.example.com/v1/checkout/embedded',
    },
    holdExpiresAt: '2026-01-12T04:10:00.000Z',
    serverTime: now,
    ...overrides,
  };
}

export function buildOrderStatus(overrides: Partial<OrderStatus> = {}): OrderStatus {
  const { amount, amountMinor, currency, checkout, holdExpiresAt } = buildOrder();
  const { rate, timezone } = buildExpert();
  return {
    status: 'created',
    paymentId,
    bookingId: sessionId,
    sessionTypeId: null,
    title: null,
    holdExpiresAt,
    serverTime: now,
    expert: { ...buildSession().expert, rate, currency, timezone },
    startsAt,
    duration: 60,
    amount,
    amountMinor,
    currency,
    checkout,
    ...overrides,
  };
}

export function buildPayment(overrides: Partial<Payment> = {}): Payment {
  return {
    id: paymentId,
    orderId,
    providerPaymentId: 'pay_ABCDEFGHIJKLMN',
    status: 'success',
    amount: 1500,
    amountMinor: 150_000,
    currency: 'INR',
    ...overrides,
  };
}

type RefundDetails = PaymentDetails['refunds'][number];

export function buildRefund(overrides: Partial<RefundDetails> = {}): RefundDetails {
  return {
    id: refundId,
    amount: 1500,
    amountMinor: 150_000,
    status: 'queued',
    reason: 'cancelled',
    createdAt: now,
    processedAt: null,
    ...overrides,
  };
}

export function buildPaymentDetails(overrides: Partial<PaymentDetails> = {}): PaymentDetails {
  return { ...buildPayment(), method: 'upi', paidAt: now, refunds: [], ...overrides };
}
