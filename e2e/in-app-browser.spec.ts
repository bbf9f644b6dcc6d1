import type { Page } from '@playwright/test';
import { signInNewCustomer } from './support/accounts.ts';
import { BookingDialog } from './support/booking-dialog.ts';
import { HostedCheckout } from './support/checkout.ts';
import { paymentsOf } from './support/gateway.ts';
import { freeSlot, type FreeSlot } from './support/slots.ts';
import type { Stack } from './support/stack.ts';
import { expect, test } from './support/test.ts';

const instagram =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21F90 Instagram 334.0.4.32.98';

/** A new customer in the gateway's own page: the app is gone from the window. */
async function leaveToPay(page: Page, stack: Stack, slot: FreeSlot) {
  const customer = await signInNewCustomer(page, stack);
  const dialog = new BookingDialog(page);
  await dialog.openAt('confirm', slot);
  await dialog.pay();
  const checkout = new HostedCheckout(page);
  await checkout.expectOpen(stack);
  return { customer, checkout };
}

test.describe('in a browser inside an app, which only calls back', () => {
  test.use({ userAgent: instagram, viewport: { width: 390, height: 844 } });

  test('a payment ends in a booking that reads right', async ({ page, stack }) => {
    const slot = await freeSlot(stack, 'maya-shrestha');
    const { customer, checkout } = await leaveToPay(page, stack, slot);

    await checkout.payByUpi('success@razorpay');

    await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
    expect(new URL(page.url()).origin).toBe(new URL(stack.webUrl).origin);
    const booking = page.getByRole('region', { name: 'Your booking' });
    await expect(booking).toContainText('Maya Shrestha');
    await expect(booking).toContainText(`${slot.duration} min`);
    expect(await paymentsOf(stack, customer)).toMatchObject([{ status: 'captured' }]);
  });

  test('a refused payment says why, and the next one is booked', async ({ page, stack }) => {
    const { checkout } = await leaveToPay(page, stack, await freeSlot(stack, 'maya-shrestha'));

    await checkout.payByUpi('failure@razorpay');

    await expect(page.getByRole('heading', { name: 'Your bank declined the payment' })).toBeVisible();
    await page.getByRole('button', { name: 'Try again' }).click();
    await checkout.expectOpen(stack);
    await checkout.payByUpi('success@razorpay');
    await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
  });

  test('who comes back in a browser without the sign-in is told the outcome', async ({ page, context, stack }) => {
    const { checkout } = await leaveToPay(page, stack, await freeSlot(stack, 'tom-walsh'));
    await context.clearCookies();
    await context.addInitScript(() => localStorage.clear());

    await checkout.payByUpi('success@razorpay');

    await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
    await expect(page.getByText('Sign in with the account that made the booking')).toBeVisible();
    await expect(page.getByText('Tom Walsh')).toHaveCount(0);
  });
});

test('where the gateway’s frame is blocked, its own page opens, and the payment is booked', async ({ page, stack }) => {
  await page.route(`${stack.sandboxUrl}/checkout/page.html*`, (route) => route.abort('blockedbyclient'));
  const { checkout } = await leaveToPay(page, stack, await freeSlot(stack, 'grace-nguyen'));

  await checkout.payByUpi('success@razorpay');

  await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
});

test('turning back on the gateway’s own page keeps the time (O4)', async ({ page, stack }) => {
  await page.addInitScript(() => {
    // As in a browser without frames.
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get: () => null });
  });
  const { checkout } = await leaveToPay(page, stack, await freeSlot(stack, 'grace-nguyen'));

  await checkout.leave();

  await expect(page.getByRole('heading', { name: 'Payment not finished' })).toBeVisible();
  await expect(page.getByText(/is held for you until/)).toBeVisible();
});
