import { act, screen, waitFor, within } from '@testing-library/react';
import type { PaymentDetails, Session } from '@serene/shared/contracts';
import { describe, expect, it, vi } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import {
  buildPaymentDetails,
  buildRefund,
  buildSession,
  buildUser,
  expertId,
  now,
  refundId,
  sessionAnswer,
  sessionId,
} from '../../../testing/fixtures.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const customer = { id: 'd1b2c3d4e5f60718293a4b5c', name: 'Asha Rao', email: 'asha@example.com' };
const expertUser = buildUser({ name: 'Dr. Sarah Khan', roles: ['expert'], expertId, expertSlug: 'dr-sarah-khan' });
const begun = '2026-01-15T08:45:00.000Z';
const over = '2026-01-15T10:00:00.000Z';
const pending = { status: 'pending', answerBy: '2026-01-13T04:00:00.000Z' } as const;
const address = `/sessions/${sessionId}`;

const api = useTestApi((server) => {
  server.on('GET /payments/:id', 200, { success: true, payment: buildPaymentDetails() });
});

function serve(session: Partial<Session>, serverTime = now): void {
  api.current.on('GET /sessions/:id', 200, sessionAnswer(session, serverTime));
}

function servePayment(payment: Partial<PaymentDetails>): void {
  api.current.on('GET /payments/:id', 200, { success: true, payment: buildPaymentDetails(payment) });
}

const press = (name: string) => screen.findByRole('button', { name });
const buttons = () => screen.queryAllByRole('button').map((button) => button.textContent);

describe('a request (L4)', () => {
  it('tells the customer by when the expert answers', async () => {
    signInAs(api.current);
    serve(pending);
    renderApp(address);

    expect(await screen.findByText('Request sent')).toBeVisible();
    expect(screen.getByText(/Dr. Sarah Khan answers by Tue, 13 Jan, 9:30 am IST/)).toBeVisible();
    expect(buttons()).not.toContain('Accept');
  });

  it('is accepted with one press', async () => {
    signInAs(api.current, expertUser);
    serve({ ...pending, customer });
    api.current.on('POST /sessions/:id/accept', 200, { success: true, session: buildSession({ customer }) });
    const { user } = renderApp(address);

    await user.click(await press('Accept'));

    expect(await screen.findByText('The session is confirmed. We told Asha Rao.')).toBeVisible();
    expect(screen.getByText('Confirmed')).toBeVisible();
    expect(buttons()).not.toContain('Accept');
  });

  it('is declined after a question that names the refund', async () => {
    signInAs(api.current, expertUser);
    serve({ ...pending, customer });
    const ended = {
      by: 'expert',
      at: now,
      reason: 'I am away.',
      noShowBy: null,
      wasRequest: true,
      refundMinor: 150_000,
    } as const;
    const session = buildSession({ customer, status: 'cancelled', ended });
    api.current.on('POST /sessions/:id/reject', 200, { success: true, session });
    const { user } = renderApp(address);

    await user.click(await press('Decline'));
    const dialog = within(screen.getByRole('alertdialog'));
    expect(dialog.getByRole('button', { name: 'Keep request' })).toHaveFocus();
    expect(dialog.getByText('Asha Rao gets the full ₹1,500 back, and the time is free again.')).toBeVisible();
    await user.type(dialog.getByLabelText('Reason (optional)'), 'I am away.');
    await user.click(dialog.getByRole('button', { name: 'Decline and refund' }));

    expect(await screen.findByText('Request declined')).toBeVisible();
    // Said once.
    expect(screen.queryByText('You declined this request')).toBeNull();
    expect(api.current.calls('POST /sessions/:id/reject')[0]?.body).toEqual({ reason: 'I am away.' });
  });

  it('that was declined does not read as if a booking had been cancelled', async () => {
    signInAs(api.current);
    const ended = {
      by: 'expert',
      at: now,
      reason: null,
      noShowBy: null,
      wasRequest: true,
      refundMinor: 150_000,
    } as const;
    serve({ status: 'cancelled', amountMinor: 0, paymentId: null, ended: { ...ended, refundMinor: 0 } });
    renderApp(address);

    expect(await screen.findByText('Dr. Sarah Khan could not accept your request')).toBeVisible();
  });

  it('that lapsed says so', async () => {
    signInAs(api.current);
    const ended = {
      by: 'system',
      at: now,
      reason: null,
      noShowBy: null,
      wasRequest: true,
      refundMinor: 150_000,
    } as const;
    serve({ status: 'cancelled', ended });
    renderApp(address);

    expect(await screen.findByText('Dr. Sarah Khan did not answer in time')).toBeVisible();
  });
});

describe('after the start', () => {
  it('offers the expert nothing of it before', async () => {
    signInAs(api.current, expertUser);
    serve({ customer });
    renderApp(address);

    await press('Cancel session');
    expect(buttons()).not.toContain('Mark as completed');
  });

  it('is marked as completed with one press', async () => {
    signInAs(api.current, expertUser);
    serve({ customer }, begun);
    api.current.on('POST /sessions/:id/complete', 200, {
      success: true,
      session: buildSession({ customer, status: 'completed' }),
    });
    const { user } = renderApp(address);

    await user.click(await press('Mark as completed'));

    expect(await screen.findByText("We'll ask Asha Rao how it went.")).toBeVisible();
    expect(screen.getByText('Asha Rao has not rated this session yet.')).toBeVisible();
    expect(buttons()).not.toContain('Cancel session');
  });

  it.each([
    ["I couldn't come", 'Asha Rao gets the full ₹1,500 back.', 'Refund everything', 'expert'],
    ["Customer didn't show up", /the price is not refunded/, 'Mark as missed', 'customer'],
  ] as const)('asks before "%s" is reported', async (label, text, confirm, noShowBy) => {
    signInAs(api.current, expertUser);
    serve({ customer }, begun);
    const ended = { by: 'expert', at: begun, reason: null, noShowBy, wasRequest: false, refundMinor: 0 } as const;
    const session = buildSession({ customer, status: 'no-show', ended });
    api.current.on('POST /sessions/:id/no-show', 200, { success: true, session });
    const { user } = renderApp(address);

    await user.click(await press(label));
    const dialog = within(screen.getByRole('alertdialog'));
    expect(dialog.getByText(text)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: confirm }));

    expect(await screen.findByText('Marked as missed')).toBeVisible();
    expect(api.current.calls('POST /sessions/:id/no-show')[0]?.body).toEqual({ noShowBy });
  });

  it('tells a customer who was reported as missing how to object', async () => {
    signInAs(api.current);
    const ended = {
      by: 'expert',
      at: over,
      reason: null,
      noShowBy: 'customer',
      wasRequest: false,
      refundMinor: 0,
    } as const;
    serve({ status: 'no-show', ended }, over);
    renderApp(address);

    expect(await screen.findByText('You missed this session')).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'Contact support' })[0]).toBeVisible();
  });
});

describe('a rating (L4)', () => {
  it('is given by keyboard, once, and shown afterwards', async () => {
    signInAs(api.current);
    serve({ status: 'completed' }, over);
    const rated = buildSession({ status: 'completed', rating: 4, review: 'Very kind.' });
    api.current.on('POST /sessions/:id/rating', 200, { success: true, session: rated });
    const { user } = renderApp(address);

    await user.click(await press('Send rating'));
    expect(screen.getByRole('alert')).toHaveTextContent('Choose a rating from 1 to 5.');
    act(() => screen.getByRole('radio', { name: '3 of 5: All right' }).focus());
    // Held for as long as a finger takes: an arrow moves the focus first and chooses with it.
    await user.keyboard(' {ArrowRight>}');
    await waitFor(() => expect(screen.getByRole('radio', { name: '4 of 5: Good' })).toBeChecked());
    await user.keyboard('{/ArrowRight}');
    await user.type(screen.getByLabelText('What should others know? (optional)'), 'Very kind.');
    await user.click(await press('Send rating'));

    expect(await screen.findByText('Thank you for your rating')).toBeVisible();
    expect(screen.getByText('4 out of 5')).toBeVisible();
    expect(screen.queryByRole('radiogroup')).toBeNull();
    expect(api.current.calls('POST /sessions/:id/rating')[0]?.body).toEqual({ rating: 4, review: 'Very kind.' });
  });

  it('is seen by the expert', async () => {
    signInAs(api.current, expertUser);
    serve({ customer, status: 'completed', rating: 5, review: 'Very kind.' }, over);
    renderApp(address);

    const rating = within(await screen.findByRole('region', { name: 'Rating by Asha Rao' }));
    expect(rating.getByText('5 out of 5')).toBeVisible();
    expect(rating.getByText('Very kind.')).toBeVisible();
  });
});

describe('the money of a session', () => {
  it.each([
    [{ status: 'success' }, 'Paid', '₹1,500 by UPI'],
    [{ status: 'refund_pending', refunds: [buildRefund()] }, 'Refund started', 'Refund of ₹1,500 started'],
    [
      { status: 'refunded', refunds: [buildRefund({ status: 'processed', processedAt: now })] },
      'Refunded',
      '₹1,500 refunded',
    ],
    [
      { status: 'refund_failed', refunds: [buildRefund({ status: 'failed' })] },
      'Refund delayed',
      "The refund of ₹1,500 is delayed: we're working on it",
    ],
  ] as const)('is told in exact words: %j', async (payment, chip, line) => {
    signInAs(api.current);
    serve({});
    servePayment({ ...payment, refunds: 'refunds' in payment ? [...payment.refunds] : [] });
    renderApp(address);

    const money = within(await screen.findByRole('region', { name: 'Payment' }));
    expect(await money.findByText(line)).toBeVisible();
    expect(money.getByText(chip)).toBeVisible();
  });

  it('is looked at again until the refund has gone through', async () => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
      shouldAdvanceTime: true,
    });
    signInAs(api.current);
    serve({});
    servePayment({ status: 'refund_pending', refunds: [buildRefund()] });
    renderApp(address);
    await screen.findByText('Refund of ₹1,500 started');

    servePayment({ status: 'refunded', refunds: [buildRefund({ status: 'processed', processedAt: now })] });
    await act(() => vi.advanceTimersByTimeAsync(6000));
    expect(await screen.findByText('₹1,500 refunded')).toBeVisible();
    const looks = api.current.calls('GET /payments/:id').length;
    await act(() => vi.advanceTimersByTimeAsync(20_000));

    expect(api.current.calls('GET /payments/:id')).toHaveLength(looks);
  });

  it('comes with a credit note for a refund that went through', async () => {
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    signInAs(api.current);
    serve({});
    servePayment({ status: 'refunded', refunds: [buildRefund({ status: 'processed', processedAt: now })] });
    api.current.raw('GET /payments/:id/refunds/:refundId/receipt', () => new Response('%PDF'));
    const { user } = renderApp(address);

    await user.click(await press('Download credit note'));

    await waitFor(() => expect(saved).toHaveBeenCalledOnce());
    expect(saved.mock.instances[0]).toMatchObject({ download: 'credit-note-SW-8F3K.pdf' });
    expect(api.current.calls('GET /payments/:id/refunds/:refundId/receipt')[0]?.params).toMatchObject({ refundId });
    saved.mockRestore();
  });

  it('can be asked for again when it could not be loaded', async () => {
    signInAs(api.current);
    serve({});
    api.current.fail('GET /payments/:id', 'INTERNAL');
    const { user } = renderApp(address);

    await screen.findByText("We couldn't load the payment details");
    servePayment({});
    await user.click(await press('Retry'));

    expect(await screen.findByText('Paid')).toBeVisible();
  });
});
