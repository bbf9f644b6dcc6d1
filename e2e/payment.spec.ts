import type { Page } from '@playwright/test';
import { registerCustomer } from './support/accounts.ts';
import { hold } from './support/bookings.ts';
import { approve, paymentsOf } from './support/gateway.ts';
import { openCheckout } from './support/paying.ts';
import { freeSlot } from './support/slots.ts';
import { expect, test } from './support/test.ts';

test('a payment that the bank refuses can be tried again in the same checkout', async ({ page, stack }) => {
  const { checkout, customer } = await openCheckout(page, stack, await freeSlot(stack, 'maya-shrestha'));

  await checkout.payByCard();
  await checkout.bankAnswers('Failure');
  await expect(checkout.content.getByRole('alert')).toContainText('You can try again');
  await checkout.payByUpi('success@razorpay');

  await expectBooked(page);
  const statuses = (await paymentsOf(stack, customer)).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual(['captured', 'failed']);
});

test('a customer who gave up after a failure reads why, tries again and is booked', async ({ page, stack }) => {
  const { checkout } = await openCheckout(page, stack, await freeSlot(stack, 'maya-shrestha'));

  await checkout.payByUpi('failure@razorpay');
  await checkout.leave();
  await expect(page.getByRole('heading', { name: 'Your bank declined the payment' })).toBeVisible();
  await expect(page.getByText(/is held for you until/)).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await checkout.payByCard();
  await checkout.bankAnswers('Success');

  await expectBooked(page);
});

test('closing the checkout keeps the time, and it can be paid later (O4)', async ({ page, stack }) => {
  const { dialog, checkout } = await openCheckout(page, stack, await freeSlot(stack, 'grace-nguyen'));

  await checkout.leave();
  const notice = dialog.root.getByRole('alert').filter({ hasText: 'Payment not finished' });
  await expect(notice).toContainText(/is held for you until/);
  await notice.getByRole('button', { name: 'Pay now' }).click();
  await checkout.payByCard();
  await checkout.bankAnswers('Success');

  await expectBooked(page);
});

test('a released time is free for the next customer (O4)', async ({ page, stack }) => {
  const slot = await freeSlot(stack, 'grace-nguyen');
  const { dialog, checkout } = await openCheckout(page, stack, slot);
  const other = await registerCustomer(stack);
  await checkout.leave();
  await expect(hold(stack, other, slot)).rejects.toThrow('SLOT_TAKEN');

  await dialog.root.getByRole('button', { name: 'Release this time' }).click();

  await dialog.expectStep('select-time');
  await expect(dialog.time(slot.time)).toBeEnabled();
  await expect(hold(stack, other, slot)).resolves.toHaveProperty('orderId');
});

test('a payment that the bank approves after the checkout was closed books the session', async ({ page, stack }) => {
  const { dialog, checkout, customer } = await openCheckout(page, stack, await freeSlot(stack, 'tom-walsh'));

  await checkout.payByCard();
  await checkout.bankAnswers('Answer later');
  await checkout.content.getByRole('button', { name: 'Close checkout' }).last().click();
  await expect(dialog.root).toContainText("If you approved a payment in your app, we'll match it to this booking.");
  const [payment] = await paymentsOf(stack, customer);
  await approve(stack, payment?.id ?? '');

  await expectBooked(page);
});

async function expectBooked(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
}
