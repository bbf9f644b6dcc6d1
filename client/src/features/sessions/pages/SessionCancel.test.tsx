import { screen, waitFor, within } from '@testing-library/react';
import type { Session } from '@serene/shared/contracts';
import { describe, expect, it } from 'vitest';
import { useTestApi } from '../../../testing/api.ts';
import {
  buildPaymentDetails,
  buildRefund,
  buildSession,
  buildUser,
  expertId,
  now,
  sessionAnswer,
  sessionId,
} from '../../../testing/fixtures.ts';
import { renderApp, signInAs } from '../../../testing/render.tsx';

const customer = { id: 'd1b2c3d4e5f60718293a4b5c', name: 'Asha Rao', email: 'asha@example.com' };
const expertUser = buildUser({ name: 'Dr. Sarah Khan', roles: ['expert'], expertId, expertSlug: 'dr-sarah-khan' });
/** Twelve hours before the session of the fixtures: its free cancellation ended twelve hours ago. */
const late = '2026-01-14T20:30:00.000Z';
const ended = {
  by: 'customer',
  at: now,
  reason: null,
  noShowBy: null,
  wasRequest: false,
  refundMinor: 150_000,
} as const;

const api = useTestApi((server) => {
  server.on('GET /sessions/:id', 200, sessionAnswer());
  server.on('GET /payments/:id', 200, { success: true, payment: buildPaymentDetails() });
});

function serve(session: Partial<Session>, serverTime = now): void {
  api.current.on('GET /sessions/:id', 200, sessionAnswer(session, serverTime));
}

/** Answers the cancellation, after which the money is on its way back. */
function acceptCancellation(refundMinor: number): void {
  const session = buildSession({ status: 'cancelled', ended: { ...ended, refundMinor } });
  api.current.on('POST /sessions/:id/cancel', 200, () => {
    const refund = buildRefund({ amountMinor: refundMinor, amount: refundMinor / 100 });
    const payment = buildPaymentDetails({ status: 'refund_pending', refunds: [refund] });
    api.current.on('GET /payments/:id', 200, { success: true, payment });
    return { success: true as const, session };
  });
}

async function openDialog() {
  const view = renderApp(`/sessions/${sessionId}`);
  await view.user.click(await screen.findByRole('button', { name: 'Cancel session' }));
  const dialog = within(await screen.findByRole('alertdialog'));
  return { ...view, dialog };
}

const sent = () => api.current.calls('POST /sessions/:id/cancel').map((call) => call.body);

describe('a customer who cancels (L2)', () => {
  it('reads the refund first, starts on "Keep session", and sees the refund start', async () => {
    signInAs(api.current);
    acceptCancellation(150_000);
    const { user, dialog } = await openDialog();

    expect(dialog.getByRole('button', { name: 'Keep session' })).toHaveFocus();
    expect(screen.getByRole('alertdialog')).toHaveAccessibleName('Cancel this session?');
    await waitFor(() =>
      expect(screen.getByRole('alertdialog')).toHaveAccessibleDescription(
        'You get the full ₹1,500 back to your UPI account in about 5 to 7 working days.',
      ),
    );
    await user.type(dialog.getByLabelText('Reason (optional)'), 'I am ill.');
    await user.click(dialog.getByRole('button', { name: 'Cancel and refund' }));

    await waitFor(() => expect(screen.getByRole('status', { name: '' })).toHaveFocus());
    expect(screen.getByText('Session cancelled')).toBeVisible();
    expect(await screen.findByText('Refund of ₹1,500 started')).toBeVisible();
    expect(screen.getByText('Cancelled')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Cancel session' })).toBeNull();
    expect(sent()).toEqual([{ refundMinor: 150_000, reason: 'I am ill.' }]);
  });

  it('changes nothing with Escape, and focus returns to the button', async () => {
    signInAs(api.current);
    const { user } = await openDialog();

    await user.keyboard('{Escape}');

    await waitFor(() => expect(screen.getByRole('button', { name: 'Cancel session' })).toHaveFocus());
    expect(sent()).toEqual([]);
  });

  it('learns after the deadline that nothing comes back, and that moving is not possible any more', async () => {
    signInAs(api.current);
    serve({}, late);
    acceptCancellation(0);
    const { user, dialog } = await openDialog();

    expect(screen.getByText(/You could move this session until Wed, 14 Jan, 2:00 pm IST/)).toBeInTheDocument();
    expect(screen.queryByText('Reschedule')).toBeNull();
    expect(dialog.getByText('Cancel without a refund?')).toBeVisible();
    expect(
      dialog.getByText('Free cancellation ended on Wed, 14 Jan, 2:00 pm IST, so ₹1,500 will not be refunded.'),
    ).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Cancel without refund' }));

    expect(await screen.findByText('No refund, as shown before you cancelled.')).toBeVisible();
    expect(sent()).toEqual([{ refundMinor: 0 }]);
  });

  it('gets back the share of the policy after the deadline', async () => {
    signInAs(api.current);
    serve({ policy: { freeUntilHours: 24, refundPercentAfter: 50 }, lateRefundMinor: 75_000 }, late);
    const { dialog } = await openDialog();

    expect(dialog.getByText('Cancel with a partial refund?')).toBeVisible();
    expect(dialog.getByText(/You get ₹750 of ₹1,500 back/)).toBeVisible();
  });

  it('gets everything back while the expert has not accepted, also after the deadline', async () => {
    signInAs(api.current);
    serve({ status: 'pending', answerBy: '2026-01-15T08:30:00.000Z' }, late);
    const { dialog } = await openDialog();

    expect(dialog.getByText(/You get the full ₹1,500 back/)).toBeVisible();
  });

  it('is asked again when the refund is another one by now', async () => {
    signInAs(api.current);
    api.current.fail('POST /sessions/:id/cancel', 'REFUND_CHANGED', { details: { refundMinor: 0, currency: 'INR' } });
    const { user, dialog } = await openDialog();

    await user.click(dialog.getByRole('button', { name: 'Cancel and refund' }));
    expect(await dialog.findByText('The refund has changed')).toBeVisible();
    expect(
      dialog.getByText('It was ₹1,500 when you opened this, and is nothing now. Nothing was cancelled.'),
    ).toBeVisible();
    acceptCancellation(0);
    await user.click(dialog.getByRole('button', { name: 'Cancel without refund' }));

    expect(await screen.findByText('Session cancelled')).toBeVisible();
    expect(sent()).toEqual([{ refundMinor: 150_000 }, { refundMinor: 0 }]);
  });

  it('learns that somebody else changed the session meanwhile, and sees how it stands', async () => {
    signInAs(api.current);
    api.current.fail('POST /sessions/:id/cancel', 'INVALID_TRANSITION');
    const { user, dialog } = await openDialog();
    serve({ status: 'cancelled', ended: { ...ended, by: 'expert', reason: 'I have a fever.' } });

    await user.click(dialog.getByRole('button', { name: 'Cancel and refund' }));

    expect(await screen.findByText('This session has changed')).toBeVisible();
    expect(await screen.findByText('Dr. Sarah Khan had to cancel')).toBeVisible();
    expect(screen.getByText('“I have a fever.”')).toBeVisible();
    expect(screen.getByText('Your full refund of ₹1,500 has started.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Book another time' })).toHaveAttribute(
      'href',
      '/experts/dr-sarah-khan?book=1',
    );
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('keeps the dialog and the reason when the service does not answer', async () => {
    signInAs(api.current);
    api.current.fail('POST /sessions/:id/cancel', 'BUSY');
    const { user, dialog } = await openDialog();

    await user.type(dialog.getByLabelText('Reason (optional)'), 'I am ill.');
    await user.click(dialog.getByRole('button', { name: 'Cancel and refund' }));

    expect(await dialog.findByText("We're very busy right now. Try again in a moment.")).toBeVisible();
    expect(dialog.getByLabelText('Reason (optional)')).toHaveValue('I am ill.');
  });

  it('is told that nothing was paid where the session was free', async () => {
    signInAs(api.current);
    serve({ amount: 0, amountMinor: 0, paymentId: null });
    const { dialog } = await openDialog();

    expect(dialog.getByText("Nothing was paid for it. We'll tell Dr. Sarah Khan.")).toBeVisible();
    expect(screen.queryByText('Payment')).toBeNull();
  });
});

describe('an expert who cancels (L2)', () => {
  it('reads that the customer gets everything back', async () => {
    signInAs(api.current, expertUser);
    serve({ customer }, late);
    api.current.on('POST /sessions/:id/cancel', 200, {
      success: true,
      session: buildSession({ customer, status: 'cancelled', ended: { ...ended, by: 'expert' } }),
    });
    const { user, dialog } = await openDialog();

    expect(dialog.getByText("Asha Rao gets the full ₹1,500 back. We'll tell them right away.")).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Cancel and refund' }));

    expect(await screen.findByText('The refund of ₹1,500 to Asha Rao has started.')).toBeVisible();
    // Said once.
    expect(screen.queryByText('You cancelled this session')).toBeNull();
    expect(sent()).toEqual([{ refundMinor: 150_000 }]);
  });
});
