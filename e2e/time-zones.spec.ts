import { signInNewCustomer } from './support/accounts.ts';
import { BookingDialog } from './support/booking-dialog.ts';
import { freeSlot, shownTime } from './support/slots.ts';
import { expect, test } from './support/test.ts';

test('another time zone shows the same moment on another clock, wherever one is', async ({ page, stack }) => {
  const customer = await signInNewCustomer(page, stack);
  const slot = await freeSlot(stack, 'priya-iyer', { duration: 30 });
  const dialog = new BookingDialog(page);
  await dialog.openAt('select-time', slot);
  await dialog.chooseTime(slot.time);

  await dialog.root.getByRole('button', { name: /^Change time zone: Kolkata/ }).click();
  await page.getByRole('combobox', { name: 'Search a city' }).fill('Kathmandu');
  await page.keyboard.press('Enter');

  await expect(dialog.root.getByRole('button', { name: /^Change time zone: Kathmandu/ })).toBeVisible();
  await expect(dialog.root.getByRole('radio', { checked: true, name: /Nepal Time/ })).toBeVisible();
  await dialog.next();
  await expect(dialog.root).toContainText(/For Priya Iyer, it's .* IST \(India Standard Time\)/);
  await dialog.root.getByRole('button', { name: 'Confirm booking' }).click();
  await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
  const { text } = await stack.mail(customer.email, 'confirmed');
  expect(text).toContain('(Asia/Kathmandu)');
  expect(text).toContain(`For Priya Iyer: ${shownTime(slot.time)} – `);
});
