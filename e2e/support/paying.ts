import type { Page } from '@playwright/test';
import { signInNewCustomer, type SignedIn } from './accounts.ts';
import { BookingDialog } from './booking-dialog.ts';
import { Checkout } from './checkout.ts';
import type { FreeSlot } from './slots.ts';
import type { Stack } from './stack.ts';

export type Paying = { customer: SignedIn; dialog: BookingDialog; checkout: Checkout };

/** A new customer with the checkout open for a slot. */
export async function openCheckout(page: Page, stack: Stack, slot: FreeSlot): Promise<Paying> {
  const customer = await signInNewCustomer(page, stack);
  const dialog = new BookingDialog(page);
  const checkout = new Checkout(page);
  await dialog.openAt('confirm', slot);
  await dialog.pay();
  await checkout.expectOpen();
  return { customer, dialog, checkout };
}
