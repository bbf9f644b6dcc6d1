import { signInNewCustomer } from './support/accounts.ts';
import { BookingDialog } from './support/booking-dialog.ts';
import { Checkout } from './support/checkout.ts';
import { paymentsOf } from './support/gateway.ts';
import { freeSlot } from './support/slots.ts';
import { expect, test } from './support/test.ts';

test('an expert without hours says so, and leaves a way to the others', async ({ page }) => {
  await page.goto('/experts/daniel-okafor');
  await expect(page.getByText('No working hours are set at the moment.')).toBeVisible();

  await page.getByRole('button', { name: 'Book Session' }).click();

  const dialog = new BookingDialog(page);
  await expect(dialog.root.getByText('There are no free times at the moment.')).toBeVisible();
  await dialog.next();
  await expect(dialog.root.getByRole('alert')).toHaveText('Choose a date to continue.');
  await dialog.root.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('link', { name: 'Experts' }).click();
  await expect(page.getByRole('heading', { name: 'Find an expert' })).toBeVisible();
});

test('a session that costs nothing is booked without a checkout', async ({ page, stack }) => {
  const customer = await signInNewCustomer(page, stack);
  const dialog = new BookingDialog(page);
  await dialog.openAt('confirm', await freeSlot(stack, 'priya-iyer', { duration: 30 }));
  await expect(dialog.root.getByText('Free', { exact: true })).toBeVisible();

  await dialog.root.getByRole('button', { name: 'Confirm booking' }).click();

  await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
  await expect(new Checkout(page).window).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Download receipt' })).toHaveCount(0);
  expect((await stack.mail(customer.email, 'confirmed')).subject).toBe('Your session with Priya Iyer is confirmed! 🎉');
  expect(await paymentsOf(stack, customer)).toEqual([]);
});
