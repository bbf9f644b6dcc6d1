import { describe, expect, it, vi } from 'vitest';
import { buildOrder } from '../../../../testing/fixtures.ts';
import { installGateway } from '../../../../testing/gateway.ts';
import type { CheckoutInput } from '../checkout-port.ts';
import { openCheckout } from './open-checkout.ts';

function input(): CheckoutInput<'popup'> {
  const { checkout, ...order } = buildOrder();
  if (checkout.kind !== 'popup') throw new Error('The sample order opens a window.');
  const events = { onPaid: vi.fn(), onAttemptFailed: vi.fn(), onDismissed: vi.fn() };
  return { order: { ...order, checkout }, description: 'A session', prefill: {}, events };
}

describe('the gateway’s window', () => {
  it('never opens when it was closed while its code was on its way', async () => {
    const gateway = installGateway();

    expect(await openCheckout(input(), AbortSignal.abort())).toBe('left');

    expect(gateway.opened).toHaveLength(0);
  });

  it('never opens when it was closed while its script was on its way', async () => {
    const gateway = installGateway();
    const ending = new AbortController();

    const opening = openCheckout(input(), ending.signal);
    ending.abort();

    expect(await opening).toBe('left');
    expect(gateway.opened).toHaveLength(0);
  });

  it('closes without a word: its dismissal is none', async () => {
    const gateway = installGateway();
    const ending = new AbortController();
    const opened = input();
    expect(await openCheckout(opened, ending.signal)).toBe('shown');

    ending.abort();

    expect(gateway.closed()).toBe(1);
    expect(opened.events.onDismissed).not.toHaveBeenCalled();
  });
});
