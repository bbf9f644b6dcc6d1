import { z } from 'zod';
import { invalid } from '../errors.ts';
import { newId } from '../state/ids.ts';
import type { Method } from '../state/records.ts';
import { testBanks, testCards, testUpiIds } from './test-cards.ts';

/** How the customer pays, as the test checkout sends it. */
export const methodSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('card'),
    number: z.string().transform((text) => text.replaceAll(/[\s-]/g, '')),
    expiryMonth: z.int().min(1).max(12),
    expiryYear: z.int().min(2000).max(2099),
    cvv: z.string().regex(/^\d{3,4}$/, 'The CVV must have 3 or 4 digits.'),
  }),
  z.strictObject({ kind: z.literal('upi'), vpa: z.string() }),
  z.strictObject({ kind: z.literal('netbanking'), bank: z.string() }),
]);

type GivenMethod = z.infer<typeof methodSchema>;

/**
 * Accepts test methods only, so that nobody's real card number is ever kept.
 * @throws ApiError when the method is not one of them, or the card has expired
 */
export function toMethod(given: GivenMethod, now: Date): Method {
  if (given.kind === 'card') return toCardMethod(given, now);
  if (given.kind === 'upi') return toUpiMethod(given.vpa.trim().toLowerCase());
  if (!Object.hasOwn(testBanks, given.bank)) throw invalid('Choose one of the listed banks.', 'bank');
  return given;
}

function toCardMethod(given: Extract<GivenMethod, { kind: 'card' }>, now: Date): Method {
  const card = testCards.find(({ number }) => number === given.number);
  if (!card) throw invalid('Only test cards can be used here.', 'number');
  // A card is good to the end of its month.
  if (Date.UTC(given.expiryYear, given.expiryMonth) <= now.getTime()) throw invalid('The card has expired.', 'expiry');
  return {
    kind: 'card',
    cardId: newId('card'),
    iin: card.number.slice(0, 6),
    last4: card.number.slice(-4),
    network: card.network,
    international: card.international,
    refusal: card.refusal,
  };
}

function toUpiMethod(vpa: string): Method {
  if (vpa !== testUpiIds.success && vpa !== testUpiIds.failure) {
    throw invalid(`Use ${testUpiIds.success} or ${testUpiIds.failure}.`, 'vpa');
  }
  return { kind: 'upi', vpa };
}
