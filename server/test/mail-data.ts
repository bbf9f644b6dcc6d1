import type {
  BookingMailData,
  DisputeMailData,
  EndedMailData,
  LinkMailData,
  MailBrand,
  MovedMailData,
  PasswordChangedMailData,
  ReceiptMailData,
  RefundMailData,
  RequestMailData,
  SlotLostMailData,
  WelcomeMailData,
} from '../src/features/notifications/index.ts';

export const brand: MailBrand = {
  name: 'Serene Wellbeing',
  supportEmail: 'support@example.com',
  senderEmail: 'noreply@example.com',
  frontendUrl: 'https://serene.example.com',
};

/** Stands for the tokens of links in samples; only a server with its secret makes real ones. */
export const tokenOf = (linkId: string): string => `token-of-${linkId}`;

/** A session on Thursday, 15 January 2026, 14:00 in Kolkata, which is 03:30 in New York. */
export function bookingMailData(overrides: Partial<BookingMailData> = {}): BookingMailData {
  return {
    sessionId: '65f0c0ffee00000000000001',
    reference: 'SER-7K2M9Q',
    startsAt: new Date('2026-01-15T08:30:00Z'),
    endsAt: new Date('2026-01-15T09:30:00Z'),
    duration: 60,
    amountMinor: 150_000,
    currency: 'INR',
    paymentId: '65f0c0ffee00000000000002',
    revision: 0,
    expert: {
      id: '65f0c0ffee00000000000003',
      slug: 'meera-nair',
      name: 'Dr. Meera Nair',
      email: 'meera@example.com',
      timezone: 'Asia/Kolkata',
    },
    customer: {
      id: '65f0c0ffee00000000000004',
      name: 'Asha Rao',
      email: 'asha@example.com',
      timezone: 'Asia/Kolkata',
    },
    ...overrides,
  };
}

export function slotLostMailData(overrides: Partial<SlotLostMailData> = {}): SlotLostMailData {
  const { expert, customer, startsAt, duration, amountMinor, currency } = bookingMailData();
  return {
    reference: 'order_00000000000001',
    startsAt,
    duration,
    charged: true,
    amountMinor,
    currency,
    expert,
    customer,
    nearest: ['2026-01-15T09:30:00Z', '2026-01-15T07:00:00Z', '2026-01-16T03:30:00Z'].map((start) => new Date(start)),
    ...overrides,
  };
}

/** The same session as a request that is to be answered until the next day, 11:30 in Kolkata. */
export function requestMailData(overrides: Partial<RequestMailData> = {}): RequestMailData {
  return { ...bookingMailData(), answerBy: new Date('2026-01-13T06:00:00Z'), ...overrides };
}

/** Cancelled by the customer in time, so that everything comes back. */
export function endedMailData(overrides: Partial<EndedMailData> = {}): EndedMailData {
  return {
    ...bookingMailData(),
    revision: 1,
    by: 'customer',
    reason: null,
    refundMinor: 150_000,
    returnedMinor: 0,
    ...overrides,
  };
}

/** Moved by the customer from 10:00 of the day before. */
export function movedMailData(overrides: Partial<MovedMailData> = {}): MovedMailData {
  return {
    ...bookingMailData(),
    revision: 1,
    by: 'customer',
    previousStartsAt: new Date('2026-01-14T04:30:00Z'),
    previousEndsAt: new Date('2026-01-14T05:30:00Z'),
    ...overrides,
  };
}

export function refundMailData(overrides: Partial<RefundMailData> = {}): RefundMailData {
  const { reference, sessionId, expert, customer, startsAt, duration, amountMinor, currency } = bookingMailData();
  return {
    reference,
    sessionId,
    startsAt,
    duration,
    amountMinor,
    currency,
    paymentId: '65f0c0ffee00000000000002',
    refundId: '65f0c0ffee00000000000005',
    providerRefundId: 'rfnd_00000000000001',
    failure: null,
    expert,
    customer,
    ...overrides,
  };
}

export function disputeMailData(overrides: Partial<DisputeMailData> = {}): DisputeMailData {
  const { reference, customer, amountMinor, currency } = bookingMailData();
  return {
    disputeId: 'disp_00000000000001',
    status: 'open',
    phase: 'chargeback',
    reasonCode: 'goods_or_services_not_received',
    amountMinor,
    currency,
    respondBy: new Date('2026-01-22T18:30:00Z'),
    paymentId: '65f0c0ffee00000000000002',
    providerPaymentId: 'pay_00000000000001',
    reference,
    customer,
    ...overrides,
  };
}

/** A link that works until Monday, 12 January 2026, 12:30 in Kolkata. */
export function linkMailData(overrides: Partial<LinkMailData> = {}): LinkMailData {
  const { customer } = bookingMailData();
  return { linkId: 'link-1', expiresAt: new Date('2026-01-12T07:00:00Z'), reader: customer, ...overrides };
}

/** At noon in Kolkata. */
export function passwordChangedMailData(overrides: Partial<PasswordChangedMailData> = {}): PasswordChangedMailData {
  return { changedAt: new Date('2026-01-12T06:30:00Z'), reader: bookingMailData().customer, ...overrides };
}

export function welcomeMailData(overrides: Partial<WelcomeMailData> = {}): WelcomeMailData {
  return { isExpert: false, reader: bookingMailData().customer, ...overrides };
}

/** The tax invoice of the session. */
export function receiptMailData(overrides: Partial<ReceiptMailData> = {}): ReceiptMailData {
  const { sessionId, reference, expert, customer, amountMinor, currency } = bookingMailData();
  return {
    sessionId,
    reference,
    type: 'tax-invoice',
    number: 'INV/25-26/000042',
    issuedAt: new Date('2026-01-12T06:00:00Z'),
    timezone: 'Asia/Kolkata',
    expertName: expert.name,
    currency,
    totalMinor: amountMinor,
    taxableMinor: 127_118,
    taxes: [
      { name: 'CGST', ratePercent: 9, amountMinor: 11_441 },
      { name: 'SGST', ratePercent: 9, amountMinor: 11_441 },
    ],
    customer,
    ...overrides,
  };
}
