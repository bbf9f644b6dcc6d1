import { defaultSchedule, offerTermsSchema, type Schedule } from '@serene/shared/contracts';
import { cellsOf } from '@serene/shared/scheduling';
import { Types } from 'mongoose';
import type { UserRecord } from '../../server/src/features/auth/index.ts';
import type { ClaimRecord } from '../../server/src/features/claims/index.ts';
import type { ExpertRecord } from '../../server/src/features/experts/index.ts';
import type { SessionTypeRecord } from '../../server/src/features/offers/index.ts';

/** The moment at which all measurements happen: a Monday morning. */
export const benchNow = new Date('2026-01-12T06:00:00Z');
export const benchClock = { now: () => benchNow };

export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

/** An account that cannot sign in. */
export function buildUser(name: string): UserRecord {
  const _id = new Types.ObjectId();
  return {
    _id,
    name,
    email: `${_id.toHexString()}@example.com`,
    emailVerifiedAt: benchNow,
    passwordHash: null,
    phone: null,
    roles: ['customer'],
    timezone: 'Asia/Kolkata',
    createdAt: benchNow,
  };
}

/** An expert with a profile of the usual length. */
export function buildExpert(userId: Types.ObjectId, schedule: Partial<Schedule> = {}): ExpertRecord {
  const _id = new Types.ObjectId();
  return {
    _id,
    userId,
    slug: `expert-${_id.toHexString()}`,
    name: 'Dr. Sarah Khan',
    avatar: 'https://cdn.example.com/sarah-khan.jpg',
    category: 'Clinical Psychologist',
    headline: 'Anxiety, sleep and burnout',
    about: 'I work with people who carry too much. '.repeat(20),
    languages: ['English', 'Hindi'],
    rateMinor: 150_000,
    currency: 'INR',
    ratingSum: 45,
    ratingCount: 10,
    ratingAverage: 4.5,
    isActive: true,
    requiresApproval: false,
    cancellationPolicy: { freeUntilHours: 24, refundPercentAfter: 0 },
    schedule: {
      ...defaultSchedule,
      breakTimes: [{ start: '13:00', end: '14:00', days: [1, 2, 3, 4, 5] }],
      ...schedule,
    },
    scheduleVersion: 0,
    searchText: 'dr. sarah khan clinical psychologist',
    createdAt: benchNow,
  };
}

/** An hour for 1,500 rupees that everybody can book, on the expert's terms. */
export function buildSessionType(
  expertId: Types.ObjectId,
  overrides: Partial<SessionTypeRecord> = {},
): SessionTypeRecord {
  return {
    _id: new Types.ObjectId(),
    expertId,
    title: 'Sleep consultation',
    description: '',
    durationMinutes: 60,
    priceMinor: 150_000,
    currency: 'INR',
    isActive: true,
    color: 'blue',
    maxParticipants: 1,
    category: 'specialized',
    access: 'public',
    pathways: [],
    questions: [],
    place: { kind: 'room', text: '' },
    calendar: 'own',
    terms: offerTermsSchema.parse({}),
    position: 0,
    version: 0,
    createdAt: benchNow,
    updatedAt: benchNow,
    ...overrides,
  };
}

/** A claim of half an hour: sold, except each tenth, which is a hold that still stands. */
export function buildClaim(expertId: Types.ObjectId, startsAt: Date, number: number): ClaimRecord {
  const endsAt = new Date(startsAt.getTime() + 30 * minuteMs);
  const isHold = number % 10 === 9;
  return {
    _id: new Types.ObjectId(),
    expertId,
    userId: new Types.ObjectId(),
    paymentId: new Types.ObjectId(),
    startsAt,
    endsAt,
    busyUntil: endsAt,
    cells: cellsOf(startsAt.getTime(), endsAt.getTime()),
    kind: isHold ? 'hold' : 'session',
    ...(isHold ? { expiresAt: startsAt } : {}),
    sessionTypeId: null,
    seats: 1,
    createdAt: benchNow,
  };
}
