import { signInNewCustomer } from './support/accounts.ts';
import { BookingDialog } from './support/booking-dialog.ts';
import { Checkout } from './support/checkout.ts';
import { freeSlot } from './support/slots.ts';
import { expect, testOnBothScreens } from './support/test.ts';

/** Text fields and the gateway's own window do not count. */
const mostPresses = 11;
const mostSeconds = 120;

testOnBothScreens('from the landing page to a booking takes few presses and little time', async ({ page, stack }) => {
  await signInNewCustomer(page, stack);
  const slot = await freeSlot(stack, 'dr-sarah-khan', { daysAhead: 3 });
  let presses = 0;
  await page.exposeFunction('countPress', () => (presses += 1));
  await page.addInitScript(() => {
    // The gateway's window is a page in a frame.
    if (window === window.top) addEventListener('click', () => Reflect.get(window, 'countPress')(), true);
  });
  const dialog = new BookingDialog(page);
  const checkout = new Checkout(page);
  const started = performance.now();

  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'Find an expert' }).click();
  await page.getByRole('link', { name: 'Dr. Sarah Khan' }).first().click();
  await page.getByRole('button', { name: 'Book Session' }).click();
  await dialog.chooseDay(slot.date);
  await dialog.next();
  await dialog.expectStep('select-time');
  await dialog.chooseTime(slot.time);
  await dialog.next();
  await dialog.expectStep('confirm');
  await dialog.pay();
  await checkout.payByUpi('success@razorpay');
  await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();

  expect(presses).toBeGreaterThan(4);
  expect(presses).toBeLessThanOrEqual(mostPresses);
  expect((performance.now() - started) / 1_000).toBeLessThan(mostSeconds);
});
