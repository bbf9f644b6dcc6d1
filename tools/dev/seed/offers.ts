import { sessionTypeBodySchema, type SessionTypeBody } from '@serene/shared/contracts';
import { toMajorUnits } from '@serene/shared/money';
import type { z } from 'zod';
import { createSessionType, sessionTypesOf } from '../../../server/src/features/offers/index.ts';
import type { ExpertRecord } from '../../../server/src/features/experts/index.ts';
import type { Clock } from '../../../server/src/infra/clock.ts';

type Offer = Omit<z.input<typeof sessionTypeBodySchema>, 'currency'>;

const firstTalk: Offer = {
  title: 'First talk',
  description: 'Fifteen minutes to see whether we fit. You say what brings you here, and I say how I would begin.',
  durationMinutes: 15,
  price: 0,
  category: 'free',
  access: 'public',
  color: 'green',
  terms: { requiresApproval: false },
};

/** @param rate of the expert's hour, in major units */
function focusedSession(rate: number): Offer {
  return {
    title: 'Focused session',
    description: 'Forty-five minutes on one question, with something to try until we speak again.',
    durationMinutes: 45,
    price: Math.round(rate * 0.8),
    category: 'specialized',
    access: 'public',
    color: 'blue',
  };
}

function pathwaySession(rate: number): Offer {
  return {
    title: 'Step of a pathway',
    description: 'One step of a longer way that we take together. Choose the one you are on.',
    durationMinutes: 60,
    price: Math.round(rate * 0.9),
    category: 'pathway',
    access: 'members',
    pathways: ['Sleeping through', 'Calm at work', 'After a loss'],
    color: 'violet',
    terms: { cancellationPolicy: { freeUntilHours: 48, refundPercentAfter: 50 } },
  };
}

function preparedSession(rate: number): Offer {
  return {
    title: 'Prepared session',
    description: 'I read your answers before we meet, so that we lose no time.',
    durationMinutes: 75,
    price: Math.round(rate * 1.3),
    category: 'specialized',
    access: 'public',
    color: 'amber',
    questions: [
      { id: 'goal', kind: 'long', label: 'What would you like to be different afterwards?', required: true },
      { id: 'before', kind: 'yes-no', label: 'Have you worked with somebody on this before?', required: true },
      {
        id: 'how',
        kind: 'choice',
        label: 'How do you like to work?',
        required: false,
        choices: ['Talking', 'Writing', 'Exercises'],
      },
      { id: 'phone', kind: 'phone', label: 'A number for the case that the line breaks', required: false },
    ],
    terms: { minimumNoticeMinutes: 24 * 60 },
  };
}

/** Two to four offers of an expert; which ones goes by their place in the list. */
function offersOf({ rateMinor }: ExpertRecord, rate: number, place: number): Offer[] {
  if (rateMinor === 0)
    return [firstTalk, { ...firstTalk, title: 'Guided practice', durationMinutes: 30, color: 'teal' }];
  const all = [firstTalk, focusedSession(rate), pathwaySession(rate), preparedSession(rate)];
  return all.slice(0, 2 + ((place + 2) % 3));
}

/** Gives experts who have made no offers yet their demo offers: running it again changes nothing. */
export async function seedOffers(clock: Clock, experts: readonly ExpertRecord[]): Promise<void> {
  for (const [place, expert] of experts.entries()) {
    if ((await sessionTypesOf(expert)).length > 0) continue;
    const bodies = offersOf(expert, toMajorUnits(expert.rateMinor, expert.currency), place);
    for (const offer of bodies) {
      const body: SessionTypeBody = sessionTypeBodySchema.parse({ ...offer, currency: expert.currency });
      await createSessionType({ clock }, { expertId: expert._id, body });
    }
  }
}
