import { afterEach, describe, expect, it, vi } from 'vitest';
import { installGateway } from '../../../../testing/gateway.ts';
import { CheckoutUnavailable, loadScript } from './load-script.ts';

const url = 'https://checkout.example.com/v1/checkout.js';

/** Stands in for the network of a browser: what becomes of a script that the page asks for. */
function onScript(outcome: 'loads' | 'is blocked' | 'never comes') {
  return vi.spyOn(document.head, 'append').mockImplementation((...nodes) => {
    const [script] = nodes;
    if (!(script instanceof HTMLScriptElement) || outcome === 'never comes') return;
    if (outcome === 'loads') installGateway();
    script.dispatchEvent(new Event(outcome === 'loads' ? 'load' : 'error'));
  });
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the checkout’s script', () => {
  it('is taken from the address the order names', async () => {
    const asked = onScript('loads');

    expect(await loadScript(url)).toBe(window.Razorpay);
    expect(asked.mock.calls[0]?.[0]).toMatchObject({ src: url });
  });

  it('is asked for once, however many wait for it', async () => {
    const asked = onScript('never comes');

    const waiting = [loadScript(url, 10), loadScript(url, 10)];

    await Promise.allSettled(waiting);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('is not asked for where it is there already', async () => {
    const asked = onScript('never comes');
    installGateway();

    expect(await loadScript(url)).toBe(window.Razorpay);
    expect(asked).not.toHaveBeenCalled();
  });

  it('is given up when it is blocked, and tried afresh the next time', async () => {
    onScript('is blocked');
    await expect(loadScript(url)).rejects.toBeInstanceOf(CheckoutUnavailable);

    vi.restoreAllMocks();
    onScript('loads');

    expect(await loadScript(url)).toBe(window.Razorpay);
  });

  it('is given up when it takes too long', async () => {
    onScript('never comes');

    await expect(loadScript(url, 10)).rejects.toBeInstanceOf(CheckoutUnavailable);
  });
});
