import type { Page } from '@playwright/test';
import { signInNewCustomer } from './support/accounts.ts';
import { BookingDialog } from './support/booking-dialog.ts';
import { Checkout } from './support/checkout.ts';
import { paymentsOf } from './support/gateway.ts';
import { freeSlot } from './support/slots.ts';
import { expect, test } from './support/test.ts';

const loseNetwork = (page: Page) => page.context().setOffline(true);
const regainNetwork = (page: Page) => page.context().setOffline(false);

test('PROBE times while offline', async ({ page, stack }) => {
  const slot = await freeSlot(stack, 'dr-elena-rivera');
  const dialog = new BookingDialog(page);
  await dialog.openAt('select-date', slot);
  await dialog.chooseDay(slot.date);
  await loseNetwork(page);
  await dialog.next();
  await page.waitForTimeout(6000);
  console.log('offline times', await page.locator('body').ariaSnapshot());
  await regainNetwork(page);
  await page.waitForTimeout(3000);
  console.log('online times', (await dialog.root.ariaSnapshot()).slice(0, 1500));
});

test('PROBE pay while offline', async ({ page, stack }) => {
  const slot = await freeSlot(stack, 'dr-elena-rivera');
  const customer = await signInNewCustomer(page, stack);
  const dialog = new BookingDialog(page);
  await dialog.openAt('confirm', slot);
  await loseNetwork(page);
  await dialog.pay();
  await page.waitForTimeout(4000);
  console.log('offline pay', await page.locator('body').ariaSnapshot());
  await regainNetwork(page);
  await page.waitForTimeout(5000);
  console.log('online pay', (await page.locator('body').ariaSnapshot()).slice(0, 1500));
  console.log(customer.email);
});

test('PROBE verify while offline', async ({ page, stack }) => {
  const slot = await freeSlot(stack, 'dr-elena-rivera');
  await signInNewCustomer(page, stack);
  const dialog = new BookingDialog(page);
  const checkout = new Checkout(page);
  await dialog.openAt('confirm', slot);
  await dialog.pay();
  await page.route('**/payments/verify', async (route) => {
    await loseNetwork(page);
    await route.abort('internetdisconnected');
  });
  await checkout.payByUpi('success@razorpay');
  await page.waitForTimeout(4000);
  console.log('offline verify', await page.locator('body').ariaSnapshot());
  await page.unroute('**/payments/verify');
  await regainNetwork(page);
  await page.waitForTimeout(5000);
  console.log('online verify', (await page.locator('body').ariaSnapshot()).slice(0, 1500));
});
