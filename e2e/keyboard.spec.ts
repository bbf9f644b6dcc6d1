import { signInNewCustomer } from './support/accounts.ts';
import { BookingDialog } from './support/booking-dialog.ts';
import { Checkout } from './support/checkout.ts';
import { moveTo, press, tabTo } from './support/keyboard.ts';
import { freeSlot } from './support/slots.ts';
import { expect, test } from './support/test.ts';

test('a session is booked by keyboard alone, and the focus is never lost', async ({ page, stack }) => {
  const slot = await freeSlot(stack, 'oliver-grant');
  await signInNewCustomer(page, stack);
  const dialog = new BookingDialog(page);
  const checkout = new Checkout(page);
  await page.goto(`/experts/${slot.slug}`);
  await expect(page.getByRole('button', { name: 'Book Session' })).toBeVisible();

  await test.step('opens the dialog, which takes the focus', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Book Session' }));
    await press(page, 'Enter');
    await expectFocusOnHeading(dialog, 'Step 1 of 4: Select Date');
  });

  await test.step('chooses a day with the arrow keys', async () => {
    await expect(dialog.root.getByRole('grid')).toBeVisible();
    while ((await dialog.day(slot.date).count()) === 0) {
      await tabTo(page, dialog.nextMonthButton);
      await press(page, 'Enter');
    }
    await tabTo(page, dialog.root.getByRole('gridcell').getByRole('button'));
    await moveTo(page, dialog.day(slot.date), 'ArrowRight');
    await press(page, 'Enter');
    await expect(dialog.day(slot.date)).toHaveAccessibleName(/, selected$/);
    await tabTo(page, dialog.nextButton);
    await press(page, 'Enter');
    await expectFocusOnHeading(dialog, 'Step 2 of 4: Select Time');
  });

  await test.step('chooses a time with the arrow keys', async () => {
    await expect(dialog.time(slot.time)).toBeVisible();
    await tabTo(page, dialog.times);
    await moveTo(page, dialog.time(slot.time), 'ArrowDown');
    await expect(dialog.time(slot.time)).toBeChecked();
    await tabTo(page, dialog.nextButton);
    await press(page, 'Enter');
    await expectFocusOnHeading(dialog, 'Step 3 of 4: Confirm Booking');
  });

  await test.step('pays in the window of the gateway', async () => {
    await tabTo(page, dialog.payButton);
    await press(page, 'Enter');
    await checkout.expectOpen();
    await expect(checkout.window).toBeFocused();
    await tabTo(page, checkout.content.getByLabel('Card', { exact: true }));
    await press(page, 'ArrowDown');
    await tabTo(page, checkout.content.getByLabel('UPI ID'));
    await page.keyboard.type('success@razorpay');
    await press(page, 'Enter');
  });

  await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeFocused();
});

test('Escape leaves the dialog for the button that opened it', async ({ page }) => {
  await page.goto('/experts/oliver-grant');
  const opener = page.getByRole('button', { name: 'Book Session' });
  await tabTo(page, opener);
  await press(page, 'Enter');
  await expectFocusOnHeading(new BookingDialog(page), 'Step 1 of 4: Select Date');

  await press(page, 'Escape');

  await expect(opener).toBeFocused();
});

async function expectFocusOnHeading(dialog: BookingDialog, name: string): Promise<void> {
  await expect(dialog.root.getByRole('heading', { name })).toBeFocused();
}
