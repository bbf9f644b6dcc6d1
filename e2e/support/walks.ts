import type { Page } from '@playwright/test';
import { demo, registerCustomer, signIn, signInNewCustomer } from './accounts.ts';
import { BookingDialog } from './booking-dialog.ts';
import { BookingPage } from './booking-page.ts';
import { book, holdWithoutCheckout } from './bookings.ts';
import { Checkout } from './checkout.ts';
import { refuseNextMail } from './mail-faults.ts';
import { openCheckout } from './paying.ts';
import { pagesFor } from './pages.ts';
import { SessionPage } from './session-page.ts';
import { freeSlot } from './slots.ts';
import type { Stack } from './stack.ts';
import { expect } from './test.ts';

/** What somebody sees on the way: `look` is called at each place, with its name. */
type Look = (place: string) => Promise<void>;
type Walk = (scene: { page: Page; stack: Stack; look: Look }) => Promise<void>;

/** Ways through all pages, steps and states of the app, for whoever wants to look at each. */
export const walks: Record<string, Walk> = {
  'pages for everybody': async ({ page, look }) => {
    await lookAtPages(page, look, pagesFor('everybody'));
  },

  'steps of the booking': async ({ page, stack, look }) => {
    const slot = await freeSlot(stack, 'maya-shrestha');
    const dialog = new BookingDialog(page);

    await dialog.openAt('select-date', slot);
    await dialog.chooseDay(slot.date);
    await look('Select Date');

    await dialog.next();
    await dialog.chooseTime(slot.time);
    await look('Select Time');

    await dialog.next();
    await dialog.expectStep('confirm');
    await look('Confirm Booking');

    const { checkout } = await openCheckout(page, stack, slot);
    await look('the checkout');

    await checkout.leave();
    await expect(dialog.root.getByRole('alert')).toBeVisible();
    await look('Payment');
  },

  'tabs of the booking page': async ({ page, stack, look }) => {
    const slot = await freeSlot(stack, 'grace-nguyen', { offer: 'Prepared session' });
    const booking = new BookingPage(page);
    await booking.open(slot.slug);
    await booking.offer('Step of a pathway').click();
    await look('a type for members');

    const customer = await signInNewCustomer(page, stack);
    await booking.open(slot.slug);
    await booking.chooseOffer('Prepared session');
    await booking.chooseDay(slot.date);
    await expect(booking.time(slot.time)).toBeVisible();
    await look('Select Date & Time');

    await booking.chooseTime(slot);
    await booking.expectStep('details');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('alert')).toBeFocused();
    await look('answers that are missing');

    await page.getByLabel('What would you like to be different afterwards?').fill('I would sleep through.');
    await page.getByRole('radio', { name: 'No', exact: true }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await booking.expectStep('confirm');
    await look('Confirm & Pay');

    const checkout = new Checkout(page);
    await booking.payButton.click();
    await checkout.leave();
    await expect(page.getByRole('alert')).toBeVisible();
    await look('a payment that was left');

    const other = await freeSlot(stack, 'maya-shrestha', { offer: 'Focused session' });
    const { id } = await holdWithoutCheckout(stack, customer, other);
    await page.goto(`/booking/confirmation?bookingId=${id}`);
    await expect(page.getByRole('heading', { name: 'Your time is held' })).toBeVisible();
    await look('a time that is held');
    await page.getByRole('link', { name: 'Pay now' }).click();
    await expect(page.getByRole('button', { name: 'Proceed to Pay' })).toBeVisible();
    await look('/bookings/:id/pay');
  },

  'pages after a booking': async ({ page, stack, look }) => {
    const customer = await signInNewCustomer(page, stack);
    const slot = await freeSlot(stack, 'maya-shrestha');
    const session = await book(stack, customer, slot);
    await lookAtPages(page, look, pagesFor('customer', { sessionId: session.id, sessionWith: 'Maya Shrestha' }));
  },

  'changes of a session': async ({ page, stack, look }) => {
    const customer = await signInNewCustomer(page, stack);
    const { id } = await book(stack, customer, await freeSlot(stack, 'maya-shrestha', { daysAhead: 4 }));
    const session = new SessionPage(page);
    await session.open(id);
    await session.press('Cancel session');
    await look('the question before a cancellation');
    await session.answer('Keep session');

    await session.press('Reschedule');
    await expect(session.moveDialog.getByRole('grid')).toBeVisible();
    await look('New day');
    await session.moveDialog.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(session.moveDialog.getByRole('radiogroup')).toBeVisible();
    await look('New time');
    await page.keyboard.press('Escape');

    await session.press('Cancel session');
    await session.answer('Cancel and refund');
    await expect(session.payment).toContainText('₹900 refunded', { timeout: 30_000 });
    await look('a cancelled session');
  },

  'requests and their answers': async ({ page, stack, look }) => {
    await book(stack, await registerCustomer(stack), await freeSlot(stack, 'neha-kapoor', { daysAhead: 8 }));
    await signIn(page, demo('neha.kapoor@example.com'));
    await page.goto('/expert/dashboard');
    await expect(page.getByRole('heading', { name: /^Requests/ })).toBeVisible();
    await look('requests');
    await page
      .getByRole('button', { name: /^Decline/ })
      .first()
      .click();
    await look('the question before a request is declined');
  },

  'pages of an expert': async ({ page, look }) => {
    await signIn(page, demo('expert@example.com'));
    await lookAtPages(page, look, pagesFor('expert'));
  },

  'settings of a customer': async ({ page, stack, look }) => {
    await signInNewCustomer(page, stack);
    await page.goto('/settings');
    const feed = page.getByRole('region', { name: 'Your calendar feed' });
    await feed.getByRole('button', { name: 'Make an address' }).click();
    await expect(feed.getByLabel('Address')).toBeVisible();
    await page.getByRole('switch').click();
    await expect(page.getByText('Saved')).toBeVisible();
    await look('/settings');

    await feed.scrollIntoViewIfNeeded();
    await look('an address of a calendar');
    await feed.getByRole('button', { name: 'Make a new address' }).click();
    await look('the question before a new address');
  },

  'mails and what became of them': async ({ page, stack, look }) => {
    const customer = await registerCustomer(stack);
    await stack.mail(customer.email, 'Confirm your email address');
    await refuseNextMail(stack, customer.email);
    const { id } = await book(stack, customer, await freeSlot(stack, 'dr-sarah-khan', { daysAhead: 5 }));
    await signIn(page, demo('expert@example.com'));
    await new SessionPage(page).open(id);
    const mails = page.getByRole('region', { name: 'Emails' });
    await expect(mails).toContainText('No such mailbox', { timeout: 30_000 });
    await mails.scrollIntoViewIfNeeded();
    await look('mails of a session');

    await signIn(page, demo('admin@example.com'));
    await page.goto('/admin/mails');
    await expect(page.getByRole('article').first()).toBeVisible();
    await look('/admin/mails');
    await page
      .getByRole('button', { name: /^Try again/ })
      .first()
      .click();
    await expect(page.getByText("We're trying again now")).toBeVisible();
    await look('a mail that is tried again');
    await page.goto('/admin/mails?status=sent');
    await expect(page.getByRole('article').first()).toBeVisible();
    await look('mails that were sent');
  },
};

async function lookAtPages(page: Page, look: Look, pages: ReturnType<typeof pagesFor>): Promise<void> {
  for (const { path, heading } of pages) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
    await look(path);
  }
}
