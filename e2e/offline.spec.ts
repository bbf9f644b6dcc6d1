import type { Page, Route } from '@playwright/test';
import { signInNewCustomer } from './support/accounts.ts';
import { BookingDialog } from './support/booking-dialog.ts';
import { Checkout } from './support/checkout.ts';
import { paymentsOf } from './support/gateway.ts';
import { openCheckout } from './support/paying.ts';
import { freeSlot } from './support/slots.ts';
import { expect, test } from './support/test.ts';

test.describe('a browser that knows it is offline', () => {
  test('says so while a time is chosen, and shows the times when it is back', async ({ page, stack }) => {
    const slot = await freeSlot(stack, 'dr-elena-rivera');
    const dialog = new BookingDialog(page);
    await dialog.openAt('select-date', slot);
    await dialog.chooseDay(slot.date);

    await loseNetwork(page);
    await dialog.next();
    await expect(offlineNotice(dialog)).toContainText('Your choices are saved.');
    await regainNetwork(page);

    await expect(dialog.time(slot.time)).toBeVisible();
    await expect(offlineNotice(dialog)).toBeHidden();
  });

  test('keeps the booking when a part of the page is wanted that is not here yet, and shows it when it is back', async ({
    page,
    stack,
  }) => {
    const dialog = new BookingDialog(page);
    await dialog.openAt('select-date', await freeSlot(stack, 'dr-elena-rivera'));

    await loseNetwork(page);
    await dialog.root.getByRole('button', { name: /^Change time zone/ }).click();
    await expect(dialog.root.getByRole('grid')).toBeVisible();
    await regainNetwork(page);

    await expect(page.getByRole('combobox')).toBeVisible();
  });

  test('charges nothing when the customer wants to pay, and opens the checkout when it is back', async ({
    page,
    stack,
  }) => {
    const customer = await signInNewCustomer(page, stack);
    const dialog = new BookingDialog(page);
    await dialog.openAt('confirm', await freeSlot(stack, 'dr-elena-rivera'));

    await loseNetwork(page);
    await dialog.pay();
    await expect(offlineNotice(dialog)).toContainText('Connect to the internet to pay. Nothing has been charged.');
    expect(await paymentsOf(stack, customer)).toEqual([]);
    await regainNetwork(page);

    await new Checkout(page).expectOpen();
  });

  test('waits with a payment that the bank has approved, and confirms it when it is back', async ({ page, stack }) => {
    const { customer, dialog, checkout } = await openCheckout(page, stack, await freeSlot(stack, 'dr-elena-rivera'));
    const verify = '**/payments/verify';
    await page.route(verify, async (route) => {
      await loseNetwork(page);
      await route.abort('internetdisconnected');
    });

    await checkout.payByUpi('success@razorpay');
    await expect(dialog.root.getByText('Payment received, confirming your session')).toBeVisible();
    await expect(offlineNotice(dialog)).toContainText('Do not pay again.');
    await page.unroute(verify);
    await regainNetwork(page);

    await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
    expect(await paymentsOf(stack, customer)).toHaveLength(1);
  });
});

test.describe('a connection that breaks', () => {
  test('while days and times are fetched is reported, and Retry fetches them', async ({ page, stack }) => {
    const slot = await freeSlot(stack, 'dr-elena-rivera');
    const dialog = new BookingDialog(page);
    const requests = /\/(available-dates|availability)\?/;
    const report = dialog.root.getByRole('alert');
    await page.route(requests, (route) => route.abort());

    await dialog.openAt('select-date', slot);
    await expect(report).toContainText('The free days could not be loaded');
    await expect(report).toContainText('Check your connection and try again.');
    await page.unroute(requests);
    await report.getByRole('button', { name: 'Retry' }).click();
    await expect(dialog.root.getByRole('grid')).toBeVisible();
    await dialog.chooseDay(slot.date);
    await page.route(requests, (route) => route.abort());
    await dialog.next();
    await expect(report).toContainText('The times could not be loaded');
    await page.unroute(requests);
    await report.getByRole('button', { name: 'Retry' }).click();

    await expect(dialog.time(slot.time)).toBeVisible();
  });

  test('before the answer to "Proceed to Pay" costs nothing: the next try finds the same hold (S4)', async ({
    page,
    stack,
  }) => {
    await signInNewCustomer(page, stack);
    const dialog = new BookingDialog(page);
    await dialog.openAt('confirm', await freeSlot(stack, 'dr-elena-rivera'));
    await page.route('**/payments/create-order', loseAnswer, { times: 1 });

    await dialog.pay();
    const report = dialog.root.getByRole('alert').filter({ hasText: 'Your time could not be held' });
    await expect(report).toContainText('You have not been charged.');
    await report.getByRole('button', { name: 'Try again' }).click();

    await new Checkout(page).expectOpen();
  });

  test('while the checkout is fetched keeps the time, and the next try opens it', async ({ page, stack }) => {
    await signInNewCustomer(page, stack);
    const dialog = new BookingDialog(page);
    await dialog.openAt('confirm', await freeSlot(stack, 'dr-elena-rivera'));
    await page.route('**/checkout.js', (route) => route.abort(), { times: 1 });

    await dialog.pay();
    const report = dialog.root.getByRole('alert').filter({ hasText: 'The payment window could not open' });
    await expect(report).toContainText('is held for you until');
    await report.getByRole('button', { name: 'Try again' }).click();

    await new Checkout(page).expectOpen();
  });

  test('before the answer to a payment books one session, without another press (M8)', async ({ page, stack }) => {
    const { customer, checkout } = await openCheckout(page, stack, await freeSlot(stack, 'dr-elena-rivera'));
    await page.route('**/payments/verify', loseAnswer, { times: 1 });

    await checkout.payByUpi('success@razorpay');

    await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
    expect(await paymentsOf(stack, customer)).toHaveLength(1);
  });
});

const loseNetwork = (page: Page) => page.context().setOffline(true);
const regainNetwork = (page: Page) => page.context().setOffline(false);

/** The server does its work, and the browser never hears of it. */
async function loseAnswer(route: Route): Promise<void> {
  await route.fetch();
  await route.abort();
}

const offlineNotice = (dialog: BookingDialog) => dialog.root.getByRole('alert').filter({ hasText: "You're offline" });
