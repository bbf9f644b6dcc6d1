import type { Page } from '@playwright/test';
import { signInNewCustomer } from './support/accounts.ts';
import { BookingDialog } from './support/booking-dialog.ts';
import { Checkout } from './support/checkout.ts';
import { openCheckout } from './support/paying.ts';
import { freeSlot } from './support/slots.ts';
import { expect, test } from './support/test.ts';

test('a reload lands on the same step, with everything that was chosen', async ({ page, stack }) => {
  const slot = await freeSlot(stack, 'layla-hassan', { duration: 90 });
  await signInNewCustomer(page, stack);
  const dialog = new BookingDialog(page);
  const checkout = new Checkout(page);
  await dialog.openAt('select-date', slot);

  await test.step('with a date', async () => {
    await dialog.chooseDay(slot.date);
    await page.reload();
    await dialog.expectStep('select-date');
    await expect(dialog.day(slot.date)).toHaveAccessibleName(/, selected$/);
  });

  await test.step('with a duration and a time', async () => {
    await dialog.next();
    await dialog.root.getByRole('radio', { name: /^90 min/ }).click();
    await dialog.chooseTime(slot.time);
    await page.reload();
    await dialog.expectStep('select-time');
    await expect(dialog.time(slot.time)).toBeChecked();
    await expect(dialog.root.getByRole('radio', { name: /^90 min/ })).toBeChecked();
  });

  await test.step('before paying', async () => {
    await dialog.next();
    await dialog.expectStep('confirm');
    await page.reload();
    await dialog.expectStep('confirm');
    await expect(dialog.root).toContainText('90 minutes');
    await expect(dialog.root).toContainText('₹1,650');
  });

  await test.step('while the checkout is open: the time stays held, and is paid on request', async () => {
    await dialog.pay();
    await checkout.expectOpen();
    const order = orderIn(page);
    await page.reload();
    await dialog.expectStep('payment');
    expect(orderIn(page)).toBe(order);
    await expect(dialog.root.getByRole('alert')).toContainText('is held for you until');
    await expect(checkout.window).toHaveCount(0);
    await dialog.root.getByRole('button', { name: 'Pay now' }).click();
    await checkout.payByUpi('success@razorpay');
    await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
  });

  await test.step('after paying', async () => {
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
  });
});

test('closing the dialog loses no choice, at any step', async ({ page, stack }) => {
  const slot = await freeSlot(stack, 'layla-hassan');
  const dialog = new BookingDialog(page);
  await dialog.openAt('select-date', slot);
  await dialog.chooseDay(slot.date);

  await closeAndOpen(page, dialog);
  await dialog.next();
  await dialog.chooseTime(slot.time);
  await closeAndOpen(page, dialog);
  await dialog.next();
  await expect(dialog.time(slot.time)).toBeChecked();
  await dialog.next();
  await dialog.expectStep('confirm');
  await closeAndOpen(page, dialog);
  await dialog.next();
  await dialog.next();

  await dialog.expectStep('confirm');
});

test('the back button of the browser goes one step back', async ({ page, stack }) => {
  const slot = await freeSlot(stack, 'layla-hassan');
  const dialog = new BookingDialog(page);
  await dialog.openAt('select-date', slot);
  await dialog.chooseDay(slot.date);
  await dialog.next();
  await dialog.chooseTime(slot.time);
  await dialog.next();
  await dialog.expectStep('confirm');

  await page.goBack();
  await dialog.expectStep('select-time');
  await page.goBack();
  await dialog.expectStep('select-date');
  await page.goForward();
  await dialog.expectStep('select-time');
});

test('a customer who left the payment finds their own time free for them, and the same order (S1, S4)', async ({
  page,
  stack,
}) => {
  const slot = await freeSlot(stack, 'layla-hassan');
  const { dialog, checkout } = await openCheckout(page, stack, slot);
  const order = orderIn(page);
  await checkout.leave();

  await dialog.root.getByRole('button', { name: 'Close' }).click();
  await expect(dialog.root.getByRole('alert')).toContainText('Keep this time or release it?');
  await dialog.root.getByRole('button', { name: 'Keep it and close' }).click();
  await expect(dialog.root).toBeHidden();
  await page.getByRole('button', { name: 'Book Session' }).click();
  await dialog.next();
  await expect(dialog.time(slot.time)).toBeChecked();
  await dialog.next();
  await dialog.pay();

  await checkout.expectOpen();
  expect(orderIn(page)).toBe(order);
});

async function closeAndOpen(page: Page, dialog: BookingDialog): Promise<void> {
  await dialog.root.getByRole('button', { name: 'Close' }).click();
  await expect(dialog.root).toBeHidden();
  await page.getByRole('button', { name: 'Book Session' }).click();
  await dialog.expectStep('select-date');
}

const orderIn = (page: Page) => new URL(page.url()).searchParams.get('order');
