import { describe, expect, it } from 'vitest';
import { buildSession } from '../../testing/fixtures.ts';
import { failedOrderState } from './failed-order-state.ts';

const serverTime = '2026-01-12T04:00:00.000Z';

describe('an order after a failed payment', () => {
  it.each([
    ['created', '2026-01-12T04:10:00.000Z', 'held'],
    ['created', '2026-01-12T04:00:00.000Z', 'ended'],
    ['created', null, 'ended'],
    ['failed', '2026-01-12T04:10:00.000Z', 'ended'],
    ['expired', null, 'ended'],
    ['success', null, 'booked'],
    ['refund_pending', null, 'refunded'],
  ] as const)('that is %s with a hold until %s is %s', (status, holdExpiresAt, state) => {
    expect(failedOrderState({ status, holdExpiresAt, serverTime })).toBe(state);
  });

  it('that has a session is booked, whatever of its money went back since', () => {
    const order = { status: 'partially_refunded', holdExpiresAt: null, serverTime } as const;

    expect(failedOrderState({ ...order, session: buildSession() })).toBe('booked');
  });
});
