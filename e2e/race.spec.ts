import type { Browser, Page } from '@playwright/test';
import { signInNewCustomer } from './support/accounts.ts';
import { BookingDialog } from './support/booking-dialog.ts';
import { Checkout } from './support/checkout.ts';
import { type FreeSlot, freeSlot } from './support/slots.ts';
import type { Stack } from './support/stack.ts';
import { expect, test } from './support/test.ts';

type Racer = { dialog: BookingDialog; checkout: Checkout };

test('two browsers race for one time: one pays, the other is led to a time nearby', async ({ browser, stack }) => {
  const slot = await freeSlot(stack, 'arjun-mehta');
  const racers = [await readyToPay(browser, stack, slot), await readyToPay(browser, stack, slot)];

  await Promise.all(racers.map(({ dialog }) => dialog.pay()));
  const won = await Promise.all(racers.map(hasCheckout));

  expect(won.filter(Boolean)).toHaveLength(1);
  const loser = racers[won.indexOf(false)];
  if (loser === undefined) throw new Error('Nobody lost the race.');
  const refusal = loser.dialog.root.getByRole('alert').filter({ hasText: 'That time was just booked' });
  await expect(refusal).toContainText('You have not been charged');

  await test.step('the loser takes one of the times nearby', async () => {
    const nearby = refusal.getByRole('button', { name: /\d (am|pm)/ });
    await expect(nearby).toHaveCount(3);
    await nearby.first().click();
    await expect(refusal).toBeHidden();
    await loser.dialog.expectStep('confirm');
    await loser.dialog.pay();
    await loser.checkout.expectOpen();
  });
});

async function readyToPay(browser: Browser, stack: Stack, slot: FreeSlot): Promise<Racer> {
  const page: Page = await (await browser.newContext()).newPage();
  await signInNewCustomer(page, stack);
  const dialog = new BookingDialog(page);
  await dialog.openAt('confirm', slot);
  return { dialog, checkout: new Checkout(page) };
}

/** Whether the race was won: then the checkout opens, otherwise the dialog says why not. */
async function hasCheckout({ dialog, checkout }: Racer): Promise<boolean> {
  const refusal = dialog.root.getByText('That time was just booked');
  await expect(checkout.window.or(refusal)).toBeVisible();
  return checkout.window.isVisible();
}
