import type { BookingMailData, MailBrand, SlotLostMailData } from '../src/features/notifications/index.ts';

export const brand: MailBrand = {
  name: 'Serene Wellbeing',
  supportEmail: 'support@example.com',
  frontendUrl: 'https://serene.example.com',
};

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
    amountMinor,
    currency,
    expert,
    customer,
    nearest: ['2026-01-15T09:30:00Z', '2026-01-15T07:00:00Z', '2026-01-16T03:30:00Z'].map((start) => new Date(start)),
    ...overrides,
  };
}
