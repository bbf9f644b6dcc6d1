import { onlineManager } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import {
  buildOrder,
  buildOrderStatus,
  buildPayment,
  buildSession,
  now,
  orderId,
  paymentId,
} from '../../../testing/fixtures.ts';
import { installGateway, proof, type TestGateway } from '../../../testing/gateway.ts';
import { renderPart } from '../../../testing/render.tsx';
import { PaymentModal, type PaymentModalProps } from './PaymentModal.tsx';

const order = buildOrder();
const watch = 'GET /payments/orders/:id';
const verify = 'POST /payments/verify';
const api = useTestApi((server) => server.on(watch, 200, { success: true, order: buildOrderStatus() }));
let gateway: TestGateway;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(now), shouldAdvanceTime: true });
  gateway = installGateway();
});

afterEach(() => {
  vi.restoreAllMocks();
  onlineManager.setOnline(true);
});

const required = () => ({
  amount: 1500,
  currency: 'INR',
  bookingDetails: {
    expertName: 'Dr. Sarah Khan',
    date: 'Thursday, 15 January 2026',
    time: '2:00 – 3:00 pm IST',
    duration: 60,
  },
  onSuccess: vi.fn<PaymentModalProps['onSuccess']>(),
  onFailure: vi.fn<PaymentModalProps['onFailure']>(),
  onClose: vi.fn<PaymentModalProps['onClose']>(),
});

async function renderPayment(props: Partial<PaymentModalProps> = {}) {
  const calls = required();
  const view = renderPart(<PaymentModal {...calls} order={order} zone="Asia/Kolkata" {...props} />);
  await waitFor(() => expect(gateway.opened).toHaveLength(props.autoOpen === false ? 0 : 1));
  return { ...view, ...calls };
}

const play = (move: () => void) => act(async () => move());

describe('PaymentModal', () => {
  it('works with its required props alone: what is paid for, and that it is being prepared', () => {
    renderPart(<PaymentModal {...required()} />);

    expect(screen.getByRole('dialog', { name: 'Book a Session with Dr. Sarah Khan' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Step 4 of 4: Payment' })).toHaveFocus();
    expect(screen.getByText('₹1,500')).toBeVisible();
    expect(screen.getByText('2:00 – 3:00 pm IST')).toBeVisible();
    expect(screen.getByText('Preparing your payment…')).toBeVisible();
  });

  it('hands the order to the checkout, which closes 15 seconds before the hold ends (O4)', async () => {
    await renderPayment({ prefill: { name: 'Asha Rao', email: 'asha@example.com', contact: '+919876543210' } });

    expect(gateway.last()).toMatchObject({
      key: 'a-public-key',
      order_id: orderId,
      amount: 150_000,
      currency: 'INR',
      name: 'Serene Wellbeing',
      prefill: { name: 'Asha Rao', email: 'asha@example.com', contact: '+919876543210' },
      theme: { color: '#3b82f6' },
      modal: { confirm_close: true },
    });
    const { timeout = 0 } = gateway.last();
    expect(timeout).toBeGreaterThan(580);
    expect(timeout).toBeLessThanOrEqual(585);
  });

  it('tells the checkout where to report, and stays on the page where it can', async () => {
    await renderPayment();

    expect(gateway.last()).toMatchObject({
      callback_url: `${location.origin}/api/v1/payments/callback`,
      redirect: false,
    });
  });

  it('lets the whole window go to the gateway in a browser inside an app', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(
      'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Instagram 334.0',
    );
    await renderPayment();

    expect(gateway.last().redirect).toBe(true);
  });

  it('goes to the gateway’s own page where its frame does not work', async () => {
    const sent: Record<string, FormDataEntryValue>[] = [];
    vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(function submit(this: HTMLFormElement) {
      sent.push({ action: this.action, ...Object.fromEntries(new FormData(this)) });
    });
    const { onFailure } = await renderPayment({ prefill: { email: 'asha@example.com' } });

    document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { effectiveDirective: 'frame-src' }));

    expect(sent).toEqual([
      {
        action: 'https://checkout.example.com/v1/checkout/embedded',
        key_id: 'a-public-key',
        order_id: orderId,
        amount: '150000',
        currency: 'INR',
        name: 'Serene Wellbeing',
        description: expect.stringContaining('Dr. Sarah Khan'),
        'prefill[email]': 'asha@example.com',
        callback_url: `${location.origin}/api/v1/payments/callback`,
        cancel_url: `${location.origin}/api/v1/payments/callback/cancelled?paymentId=${paymentId}`,
      },
    ]);
    expect(gateway.closed()).toBe(1);
    expect(onFailure).not.toHaveBeenCalled();
  });

  it('has no dialog of its own while the checkout is open, but a way out', async () => {
    const root = document.createElement('div');
    root.id = 'root';
    document.body.append(root);
    const { user } = await renderPayment();

    expect(screen.queryByRole('dialog')).toBeNull();
    expect(root).toHaveProperty('inert', true);
    expect(await screen.findByRole('region', { name: 'Payment window is open' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Open again' }));
    await waitFor(() => expect(gateway.opened).toHaveLength(2));

    await user.click(screen.getByRole('button', { name: 'Cancel payment' }));
    expect(await screen.findByText('Payment not finished')).toBeVisible();
    expect(root).toHaveProperty('inert', false);
  });

  it('ends in success when the server has settled the payment (M8: 200)', async () => {
    const session = buildSession();
    api.current.on(verify, 200, { success: true, payment: buildPayment(), session });
    const onBooked = vi.fn<NonNullable<PaymentModalProps['onBooked']>>();
    const { onSuccess } = await renderPayment({ onBooked });

    await play(gateway.succeed);

    await waitFor(() => expect(onSuccess.mock.calls).toEqual([[paymentId, orderId]]));
    expect(onBooked).toHaveBeenCalledWith(session);
    expect(api.current.calls(verify)[0]?.body).toEqual(proof);
  });

  it('waits for a pending payment without asking for more money (M8: 202)', async () => {
    api.current.on(verify, 202, { success: true, payment: buildPayment({ status: 'created' }) });
    const { onSuccess } = await renderPayment();

    await play(gateway.succeed);
    expect(await screen.findByText('Payment received, confirming your session')).toBeVisible();
    expect(screen.getByText(/Do not pay again/)).toBeVisible();

    await act(() => vi.advanceTimersByTimeAsync(31_000));
    expect(screen.getByText(/Still confirming\. Your money is safe/)).toBeVisible();

    const session = buildSession();
    api.current.on(watch, 200, { success: true, order: buildOrderStatus({ status: 'success', session }) });
    await act(() => vi.advanceTimersByTimeAsync(2500));
    await waitFor(() => expect(onSuccess.mock.calls).toEqual([[paymentId, orderId]]));
  });

  it('says what becomes of the money when the slot was lost (M5)', async () => {
    api.current.fail(verify, 'SLOT_TAKEN', {
      details: { nearest: [], refund: { amount: 1500, amountMinor: 150_000, status: 'queued' } },
    });
    const onChooseAnother = vi.fn<() => void>();
    const { user } = await renderPayment({ onChooseAnother });

    await play(gateway.succeed);

    expect(await screen.findByText('Your payment arrived after the hold ended')).toBeVisible();
    expect(screen.getByText(/Your full refund of ₹1,500 has started/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Book another time' }));
    expect(onChooseAnother).toHaveBeenCalledOnce();
  });

  it('reports a payment that the server refuses', async () => {
    api.current.fail(verify, 'PAYMENT_NOT_VERIFIED');
    const { onFailure } = await renderPayment();

    await play(gateway.succeed);

    await waitFor(() => expect(onFailure.mock.calls).toEqual([['payment_not_verified']]));
  });

  it('reports the payment until the server answers, through lost connections and busy servers', async () => {
    api.current.fail(verify, 'BUSY', { retryAfter: 1 });
    const { onSuccess } = await renderPayment();

    await play(gateway.succeed);
    await act(() => vi.advanceTimersByTimeAsync(3500));
    expect(api.current.calls(verify).length).toBeGreaterThan(1);
    expect(screen.getByText('Payment received, confirming your session')).toBeVisible();

    await act(async () => onlineManager.setOnline(false));
    expect(screen.getByText("You're offline")).toBeVisible();
    api.current.on(verify, 200, { success: true, payment: buildPayment(), session: buildSession() });
    await act(async () => onlineManager.setOnline(true));
    await act(() => vi.advanceTimersByTimeAsync(11_000));

    await waitFor(() => expect(onSuccess).toHaveBeenCalledOnce());
  });

  it('takes no failed attempt for the end: a later one in the same window may succeed', async () => {
    api.current.on(verify, 200, { success: true, payment: buildPayment(), session: buildSession() });
    const { onSuccess, onFailure } = await renderPayment();

    await play(() => gateway.failAttempt('card_declined'));
    expect(screen.queryByRole('dialog')).toBeNull();
    await play(gateway.succeed);

    await waitFor(() => expect(onSuccess).toHaveBeenCalledOnce());
    expect(onFailure).not.toHaveBeenCalled();
  });

  it('reports the reason when the customer gives up after a failed attempt', async () => {
    const { onFailure } = await renderPayment();

    await play(() => gateway.failAttempt('insufficient_funds'));
    await play(gateway.dismiss);

    await waitFor(() => expect(onFailure.mock.calls).toEqual([['insufficient_funds']]));
  });

  describe('after the checkout was dismissed', () => {
    it('keeps the hold and offers to pay (O4)', async () => {
      const { user, onFailure, onClose } = await renderPayment();

      await play(gateway.dismiss);

      expect(await screen.findByText('Payment not finished')).toBeVisible();
      expect(screen.getByRole('heading', { name: 'Step 4 of 4: Payment' })).toHaveFocus();
      expect(screen.getByText('2:00 – 3:00 pm IST is held for you until 9:40 am.')).toBeVisible();
      expect(screen.getByText('Held for you until 9:40 am')).toBeVisible();
      expect(onFailure).not.toHaveBeenCalled();
      expect(onClose).not.toHaveBeenCalled();

      await user.click(screen.getByRole('button', { name: 'Pay now' }));
      await waitFor(() => expect(gateway.opened).toHaveLength(2));
    });

    it('releases the hold on request (O4: 200)', async () => {
      api.current.on('DELETE /payments/orders/:id', 200, { success: true, released: true });
      const onReleased = vi.fn<() => void>();
      const { user } = await renderPayment({ onReleased });

      await play(gateway.dismiss);
      await user.click(await screen.findByRole('button', { name: 'Release this time' }));

      await waitFor(() => expect(onReleased).toHaveBeenCalledOnce());
    });

    it('waits instead when a payment is on its way (O4: 202)', async () => {
      api.current.on('DELETE /payments/orders/:id', 202, { success: true, released: false });
      const onReleased = vi.fn<() => void>();
      const { user } = await renderPayment({ onReleased });

      await play(gateway.dismiss);
      await user.click(await screen.findByRole('button', { name: 'Release this time' }));

      expect(await screen.findByText('Payment received, confirming your session')).toBeVisible();
      expect(onReleased).not.toHaveBeenCalled();
    });

    it('is booked when the payment had been captured meanwhile', async () => {
      const session = buildSession();
      api.current.on('DELETE /payments/orders/:id', 200, { success: true, released: false, session });
      const { user, onSuccess } = await renderPayment();

      await play(gateway.dismiss);
      await user.click(await screen.findByRole('button', { name: 'Release this time' }));

      await waitFor(() => expect(onSuccess.mock.calls).toEqual([[paymentId, orderId]]));
    });

    it('asks on the way out whether to keep the time', async () => {
      const { user, onClose } = await renderPayment();

      await play(gateway.dismiss);
      await screen.findByText('Payment not finished');
      await user.keyboard('{Escape}');

      expect(await screen.findByText('Keep this time or release it?')).toBeVisible();
      expect(onClose).not.toHaveBeenCalled();
      await user.click(screen.getByRole('button', { name: 'Keep it and close' }));
      expect(onClose).toHaveBeenCalledOnce();
    });

    it('learns that the payment was approved elsewhere', async () => {
      const { onSuccess } = await renderPayment();

      await play(gateway.dismiss);
      await screen.findByText('Payment not finished');
      const session = buildSession();
      api.current.on(watch, 200, { success: true, order: buildOrderStatus({ status: 'success', session }) });
      await act(() => vi.advanceTimersByTimeAsync(6000));

      await waitFor(() => expect(onSuccess).toHaveBeenCalledOnce());
    });

    it('warns two minutes before the hold ends, and offers to hold it again after', async () => {
      const onHoldAgain = vi.fn<() => void>();
      const { user } = await renderPayment({ onHoldAgain });
      await play(gateway.dismiss);
      await screen.findByText('Payment not finished');

      await act(() => vi.advanceTimersByTimeAsync(8 * 60_000));
      expect(screen.getByText(/After that, someone else can book it/)).toBeVisible();

      await act(() => vi.advanceTimersByTimeAsync(2 * 60_000));
      expect((await screen.findAllByText('Your hold has ended')).length).toBeGreaterThan(0);
      // The checkout had been open: nobody here knows that nothing was charged.
      expect(screen.queryByText(/You have not been charged/)).toBeNull();
      await user.click(screen.getByRole('button', { name: 'Hold it again' }));
      expect(onHoldAgain).toHaveBeenCalledOnce();
    });
  });

  it('shows an order found again without opening the checkout by itself', async () => {
    await renderPayment({ autoOpen: false });

    expect(await screen.findByRole('button', { name: 'Pay now' })).toBeVisible();
    expect(gateway.opened).toHaveLength(0);
  });

  it('says when the checkout cannot be loaded (C12), and tries again', async () => {
    delete window.Razorpay;
    const { user } = await renderPayment({ autoOpen: false });

    await user.click(await screen.findByRole('button', { name: 'Pay now' }));
    expect(await screen.findByText('The payment window could not open')).toBeVisible();

    gateway = installGateway();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(gateway.opened).toHaveLength(1));
  });
});
