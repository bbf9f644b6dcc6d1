import { signInNewCustomer } from './support/accounts.ts';
import { BookingDialog } from './support/booking-dialog.ts';
import { Checkout } from './support/checkout.ts';
import { startSecondApi, useApi } from './support/second-api.ts';
import { freeSlots } from './support/slots.ts';
import { expect, test } from './support/test.ts';

test('a time that is taken in one browser greys out in another, on another API process, within 2 seconds (V1)', async ({
  page,
  browser,
  stack,
}) => {
  const [slot, , , , , other] = await freeSlots(stack, 'maya-shrestha', { daysAhead: 9 });
  if (slot === undefined || other === undefined) throw new Error('The day has too few free times.');
  const secondApi = await startSecondApi(stack);
  const watcher = await (await browser.newContext()).newPage();
  try {
    await useApi(watcher, secondApi);
    const watched = new BookingDialog(watcher);
    await watched.openAt('select-time', slot);
    await expect(watched.time(slot.time)).toBeEnabled();

    await signInNewCustomer(page, stack);
    const dialog = new BookingDialog(page);
    await dialog.openAt('confirm', slot);
    await dialog.pay();
    await new Checkout(page).expectOpen();

    await expect(watched.time(slot.time)).toBeDisabled({ timeout: 2_000 });
    await expect(watched.time(slot.time)).toHaveAccessibleName(/on hold/);
    await expect(watched.time(other.time)).toBeEnabled();
  } finally {
    await watcher.close();
    await secondApi.stop();
  }
});
