import { describe, expect, it } from 'vitest';
import { failureOf } from './failures.ts';

describe('the reason of a failure', () => {
  it.each([
    ['insufficient_fund', 'insufficient-funds'],
    ['card_declined', 'declined'],
    ['payment_failed', 'declined'],
    ['authentication_failed', 'authentication'],
    ['payment_timed_out', 'timed-out'],
    ['payment_cancelled', 'dismissed'],
    ['order_already_paid', 'already-paid'],
  ])('%s has words of its own', (reason, failure) => {
    expect(failureOf(reason)).toBe(failure);
  });

  it.each(['gateway_technical_error', '<script>', 'constructor', '', null])('%s gets the general ones', (reason) => {
    expect(failureOf(reason)).toBe('other');
  });
});
