import type { HourlyOffer, SessionType } from '@serene/shared/contracts';
import type { TestApi } from '../../../testing/api.ts';
import { buildOwnExpert, buildSessionType, buildUser, expertId } from '../../../testing/fixtures.ts';
import { signInAs } from '../../../testing/render.tsx';

export const listTypes = 'GET /scheduling/session-types';
export const oneType = 'GET /scheduling/session-types/:id';
export const makeType = 'POST /scheduling/session-types';
export const changeType = 'PUT /scheduling/session-types/:id';
export const orderTypes = 'PUT /scheduling/session-types/order';
export const deleteType = 'DELETE /scheduling/session-types/:id';
export const readHour = 'GET /experts/me/hourly-offer';
export const changeHour = 'PUT /experts/me/hourly-offer';

export const noTerms = {
  bufferMinutes: null,
  minimumNoticeMinutes: null,
  maximumAdvanceDays: null,
  requiresApproval: null,
  cancellationPolicy: null,
};

/** Another id of the shape that ids have, by one digit. */
export const typeId = (digit: number) => `f${digit}b2c3d4e5f60718293a4b5c`;

/** A session type as its own expert gets it. */
export function buildOwnType(overrides: Partial<SessionType> = {}): SessionType {
  return buildSessionType({ terms: noTerms, place: { kind: 'room', text: '' }, ...overrides });
}

export function buildHour(overrides: Partial<HourlyOffer> = {}): HourlyOffer {
  return {
    isActive: true,
    rate: 1500,
    rateMinor: 150_000,
    currency: 'INR',
    durations: [30, 60],
    version: 0,
    ...overrides,
  };
}

/** A session type that uses everything there is. */
export const richType = buildOwnType({
  title: 'Sleep pathway',
  description: 'Four talks.\nOne a week.',
  durationMinutes: 75,
  price: 1499.5,
  priceMinor: 149_950,
  color: 'violet',
  category: 'pathway',
  access: 'members',
  pathways: ['Sleep', 'Calm'],
  questions: [
    { id: 'q1', kind: 'short', label: 'What brings you here?', required: true, choices: [] },
    { id: 'q2', kind: 'choice', label: 'How do you sleep?', required: false, choices: ['Well', 'Badly'] },
  ],
  place: { kind: 'link', text: 'https://meet.example.com/sarah' },
  terms: {
    bufferMinutes: 25,
    minimumNoticeMinutes: 1440,
    maximumAdvanceDays: 45,
    requiresApproval: true,
    cancellationPolicy: { freeUntilHours: 36, refundPercentAfter: 40 },
  },
});

export const expertUser = buildUser({ roles: ['expert'], expertId, expertSlug: 'dr-sarah-khan' });

/** A server for a signed-in expert with these session types. */
export function answerOwnOffers(server: TestApi, types: readonly SessionType[], hour = buildHour()): void {
  signInAs(server, expertUser);
  server.on('GET /experts/me/availability', 200, { success: true, expert: buildOwnExpert() });
  server.on(readHour, 200, { success: true, hourlyOffer: hour });
  server.on(listTypes, 200, { success: true, sessionTypes: [...types] });
}
