import { defaultSchedule } from '@serene/shared/contracts';
import { describe, expect, it } from 'vitest';
import { isPayable } from '../../gateways/payment/amounts.ts';
import { hourlyOfferOf, type OfferingExpert } from './offer.ts';

const at = (rateMinor: number, currency = 'INR'): OfferingExpert => ({
  rateMinor,
  currency,
  schedule: defaultSchedule,
  isActive: true,
  requiresApproval: false,
  cancellationPolicy: { freeUntilHours: 24, refundPercentAfter: 0 },
});

describe('the lengths of an offer (F1)', () => {
  it.each([
    ['half a rupee', at(100), [60, 90, 120]],
    ['a third of a dirham', at(67, 'AED'), [90, 120]],
    ['half a yen, rounded to one', at(1, 'JPY'), [30, 60, 90, 120]],
    ['half a dinar', at(1_000, 'KWD'), [60, 90, 120]],
    ['what rounds to nothing', at(4, 'KWD'), []],
    ['more than the gateway takes', at(1_500_000_000), [30, 60]],
    ['nothing at all: it is free', at(0), [30, 60, 90, 120]],
  ])('are those that can be paid: %s', (_what, expert, offered) => {
    expect(hourlyOfferOf(expert).durations).toEqual(offered);
  });

  it('cost what the gateway takes, to the digit', () => {
    for (const currency of ['INR', 'KWD', 'JPY', 'USD', 'OMR']) {
      for (let rateMinor = 1; rateMinor < 20_000; rateMinor += 37) {
        const expert = at(rateMinor, currency);
        for (const duration of hourlyOfferOf(expert).durations) {
          expect(isPayable(hourlyOfferOf(expert).priceMinor(duration), currency)).toBe(true);
        }
      }
    }
  });
});

describe('the terms of an offer (F2)', () => {
  it('are the expert’s, for the length that is asked for', () => {
    const expert = at(150_000);
    const schedule = { ...defaultSchedule, bufferMinutes: 15, minimumNoticeMinutes: 90, maximumAdvanceDays: 30 };

    expect(hourlyOfferOf({ ...expert, schedule }).terms(45)).toEqual({
      durationMinutes: 45,
      bufferMinutes: 15,
      minimumNoticeMinutes: 90,
      maximumAdvanceDays: 30,
    });
  });
});
