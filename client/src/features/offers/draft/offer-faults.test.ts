import { describe, expect, it } from 'vitest';
import { buildOwnType, richType } from '../pages/own-offers.test-support.ts';
import { hourlyFaultsOf } from './hourly-draft.ts';
import { draftOf, type OfferDraft } from './offer-draft.ts';
import { contradictionsOf, faultsOf } from './offer-faults.ts';
import { readAmount } from './read-amount.ts';

const fine = draftOf(buildOwnType());
const rich = draftOf(richType);
const question = { id: 'q1', kind: 'choice', label: 'Which?', required: false, choices: 'One\nTwo' } as const;

it('finds nothing wrong with what was saved', () => {
  expect([faultsOf(fine), faultsOf(rich), contradictionsOf(rich)]).toEqual([{}, {}, {}]);
});

describe('what is wrong with an offer', () => {
  const cases: [field: string, draft: Partial<OfferDraft>, fault: RegExp][] = [
    ['title', { title: '  ' }, /^Enter a title$/],
    ['title', { title: 'A'.repeat(81) }, /^Title: use at most 80 characters$/],
    ['description', { description: 'A'.repeat(1001) }, /^Description: use at most 1,000 characters$/],
    ['durationMinutes', { durationMinutes: '' }, /from 5 to 480 minutes/],
    ['durationMinutes', { durationMinutes: '47' }, /in steps of 5/],
    ['durationMinutes', { durationMinutes: '485' }, /from 5 to 480 minutes/],
    ['durationMinutes', { durationMinutes: '1e2' }, /from 5 to 480 minutes/],
    ['price', { price: '' }, /^Enter a price/],
    ['price', { price: '12,50' }, /^Enter a price/],
    ['price', { price: '10.555' }, /^INR has fewer decimals/],
    ['price', { price: '10.5', currency: 'JPY' }, /^JPY has fewer decimals/],
    ['price', { category: 'free', price: '1200' }, /^A free session costs 0$/],
    ['category', { category: 'specialized', price: '0' }, /^At a price of 0 this is a free session$/],
    ['access', { category: 'pathway', pathways: 'Sleep', access: 'public' }, /^A pathway is for members$/],
    ['pathways', { category: 'pathway', access: 'members', pathways: ' \n ' }, /^Enter at least one pathway$/],
    ['pathways', { category: 'pathway', access: 'members', pathways: lines(21) }, /at most 20 lines$/],
    ['pathways', { category: 'pathway', access: 'members', pathways: 'Calm\nCalm ' }, /each line must be different$/],
    ['pathways', { category: 'pathway', access: 'members', pathways: 'A'.repeat(81) }, /80 characters on a line$/],
    ['questions-q1-label', { questions: [{ ...question, label: ' ' }] }, /^Question 1: Enter the question$/],
    ['questions-q1-choices', { questions: [{ ...question, choices: 'One' }] }, /^Question 1: Enter at least two/],
    ['questions-q1-choices', { questions: [{ ...question, choices: 'One\nOne' }] }, /each line must be different$/],
    ['link', { placeKind: 'link', link: '' }, /^Enter the link$/],
    ['link', { placeKind: 'link', link: 'http://example.com' }, /begins with https/],
    ['link', { placeKind: 'link', link: 'https://me:secret@example.com' }, /begins with https/],
    ['address', { placeKind: 'address', address: ' ' }, /^Enter the address$/],
  ];

  it.each(cases)('is told at its field: %s, %o', (field, draft, fault) => {
    const found = faultsOf({ ...fine, ...draft });

    expect(Object.keys(found)).toEqual([field]);
    expect(found[field]).toMatch(fault);
  });

  it('is not looked for where another choice hides it', () => {
    const hidden = {
      pathways: 'Calm\nCalm',
      link: 'nonsense',
      questions: [{ ...question, kind: 'phone', choices: '' }],
    };

    expect(faultsOf({ ...fine, ...hidden } as OfferDraft)).toEqual({});
  });

  it('is told at once where two fields contradict each other', () => {
    expect(Object.keys(contradictionsOf({ ...rich, access: 'public' }))).toEqual(['access']);
    expect(Object.keys(contradictionsOf({ ...fine, category: 'free' }))).toEqual(['price']);
    expect(contradictionsOf({ ...fine, category: 'free', price: '' })).toEqual({});
  });

  it("is told of the expert's hour", () => {
    const hour = { isActive: true, rate: '1500', currency: 'INR', durations: [60] };

    expect(hourlyFaultsOf(hour)).toEqual({});
    expect(Object.keys(hourlyFaultsOf({ ...hour, rate: 'a lot', durations: [] }))).toEqual(['rate', 'durations']);
  });
});

describe('an amount that somebody typed', () => {
  it.each([
    ['1200', 1200],
    [' 1,200 ', 1200],
    ['1,50,000.50', 150_000.5],
    ['0', 0],
  ])('is read with the separators of our languages: %s', (typed, amount) => {
    expect(readAmount(typed)).toBe(amount);
  });

  it.each(['', '12,50', '1.2.3', '-5', '1e3', '₹1200'])('is not guessed at: %s', (typed) => {
    expect(readAmount(typed)).toBeUndefined();
  });
});

function lines(count: number): string {
  return Array.from({ length: count }, (_, index) => `Way ${index}`).join('\n');
}
