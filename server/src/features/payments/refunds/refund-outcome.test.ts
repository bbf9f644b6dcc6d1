import { describe, expect, it } from 'vitest';
import { refundableMinor, refundOutcome } from './refund-outcome.ts';

const charge = { capturedMinor: 1500, refundedMinor: 0, returnedMinor: 0, owedMinor: 0, lostMinor: 0 };

describe('what refunds make of a payment (R4)', () => {
  it.each([
    ['while one is open, whatever else has been processed', { refundedMinor: 1500, returnedMinor: 1000 }, null],
    ['all of it processed', { refundedMinor: 1500, returnedMinor: 1500 }, 'refunded'],
    ['a part of it processed', { refundedMinor: 500, returnedMinor: 500 }, 'partially_refunded'],
    ['one failed for good', { owedMinor: 1500 }, 'refund_failed'],
    [
      'one failed for good and another processed',
      { refundedMinor: 500, returnedMinor: 500, owedMinor: 1000 },
      'refund_failed',
    ],
    ['all of it lost in a dispute', { lostMinor: 1500 }, 'refunded'],
    ['a part lost, the rest refunded', { lostMinor: 500, refundedMinor: 1000, returnedMinor: 1000 }, 'refunded'],
    ['a part lost', { lostMinor: 500 }, 'partially_refunded'],
  ])('%s', (_case, amounts, outcome) => {
    expect(refundOutcome({ ...charge, ...amounts })).toBe(outcome);
  });
});

describe('what can still be refunded (R1, R3)', () => {
  it.each([
    [{}, 1500],
    [{ refundedMinor: 500 }, 1000],
    [{ refundedMinor: 500, lostMinor: 1000 }, 0],
    [{ refundedMinor: 1500, lostMinor: 1500 }, 0],
  ])('%o leaves %i', (amounts, left) => {
    expect(refundableMinor({ ...charge, ...amounts })).toBe(left);
  });
});
