import type { endpoints } from '@serene/shared/contracts';
import { offerLimits } from '@serene/shared/offers';
import type { z } from 'zod';
import type { ChaosExpert } from './market.ts';
import type { World } from './world.ts';

export type OfferBody = z.input<(typeof endpoints)['POST /scheduling/session-types']['body']>;

const base = { currency: 'INR', category: 'specialized', access: 'public' } as const;
const reason = { id: 'reason', kind: 'short', label: 'What shall we talk about?', required: true } as const;

/** What every expert sells beside their hour: each has a rule of the product that the others do not have. */
const types: OfferBody[] = [
  { ...base, title: 'Free talk', durationMinutes: 15, price: 0, category: 'free' },
  {
    ...base,
    title: 'Sleep consultation',
    durationMinutes: 45,
    price: 1_200,
    terms: { bufferMinutes: 20 },
    questions: [reason],
  },
  {
    ...base,
    title: 'Long talk, by request',
    durationMinutes: 60,
    price: 1_800,
    terms: { requiresApproval: true, cancellationPolicy: { freeUntilHours: 48, refundPercentAfter: 40 } },
  },
];

/** The one that its expert changes all the time. */
export const changingTitle = 'Changing talk';
export const changingType: OfferBody = { ...base, title: changingTitle, durationMinutes: 30, price: 900 };

/** One of the many that one expert has, who is at the limit of active ones. */
export const oneMore = (title: string): OfferBody => ({ ...base, title, durationMinutes: 75, price: 1_500 });
const roomLeft = 2;
const fillers = offerLimits.active - roomLeft - types.length - 1;
const filler = Array.from({ length: fillers }, (_, index) => oneMore(`Talk ${index + 1}`));

/** Every expert offers the same few things; the first has nearly as many more as anybody may have (rule F3). */
export async function offerTypes({ api, market: { experts } }: Pick<World, 'api' | 'market'>): Promise<void> {
  for (const [index, expert] of experts.entries()) {
    for (const body of [...types, changingType, ...(index === 0 ? filler : [])]) await offer({ api }, expert, body);
  }
}

async function offer({ api }: Pick<World, 'api'>, { person }: ChaosExpert, body: OfferBody): Promise<void> {
  const answer = await api.call(person, 'POST /scheduling/session-types', { body });
  if (!('body' in answer)) throw new Error(`"${body.title}" could not be offered: ${answer.status}`);
}
