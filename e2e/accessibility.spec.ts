import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { demo, registerCustomer, signIn, signInNewCustomer } from './support/accounts.ts';
import { BookingDialog } from './support/booking-dialog.ts';
import { book } from './support/bookings.ts';
import { openCheckout } from './support/paying.ts';
import { SessionPage } from './support/session-page.ts';
import { freeSlot } from './support/slots.ts';
import { expect, test } from './support/test.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const widths = [390, 1280];

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('pages for everybody have no fault that axe finds', async ({ page }) => {
  for (const [path, heading] of [
    ['/', 'A calm hour with the right person'],
    ['/experts', 'Find an expert'],
    ['/experts/dr-sarah-khan', 'Dr. Sarah Khan'],
    ['/login', 'Sign in'],
    ['/register', 'Create account'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
    await expectNoFaults(page, path);
  }
});

test('no step of the booking has a fault that axe finds', async ({ page, stack }) => {
  test.slow();
  const slot = await freeSlot(stack, 'maya-shrestha');
  const dialog = new BookingDialog(page);

  await dialog.openAt('select-date', slot);
  await expect(dialog.day(slot.date)).toBeEnabled();
  await dialog.chooseDay(slot.date);
  await expectNoFaults(page, 'Select Date');

  await dialog.next();
  await dialog.chooseTime(slot.time);
  await expectNoFaults(page, 'Select Time');

  await dialog.next();
  await dialog.expectStep('confirm');
  await expectNoFaults(page, 'Confirm Booking');

  const { checkout } = await openCheckout(page, stack, slot);
  await expectNoFaults(page, 'the checkout');

  await checkout.leave();
  await expect(dialog.root.getByRole('alert')).toBeVisible();
  await expectNoFaults(page, 'Payment');
});

test('pages after a booking have no fault that axe finds', async ({ page, stack }) => {
  test.slow();
  const customer = await signInNewCustomer(page, stack);
  const slot = await freeSlot(stack, 'maya-shrestha');
  const session = await book(stack, customer, slot);
  for (const [path, heading] of [
    [`/booking/success?sessionId=${session.id}`, 'Booking confirmed'],
    ['/booking/failed?error=card_declined', 'Your bank declined the payment'],
    ['/dashboard', 'My sessions'],
    [`/sessions/${session.id}`, 'Session with Maya Shrestha'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
    await expectNoFaults(page, path);
  }
});

test('changing a session has no fault that axe finds', async ({ page, stack }) => {
  test.slow();
  const customer = await signInNewCustomer(page, stack);
  const { id } = await book(stack, customer, await freeSlot(stack, 'maya-shrestha', { daysAhead: 4 }));
  const session = new SessionPage(page);
  await session.open(id);
  await session.press('Cancel session');
  await expectNoFaults(page, 'the question before a cancellation');
  await session.answer('Keep session');

  await session.press('Reschedule');
  await expectNoFaults(page, 'New day');
  await session.moveDialog.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(session.moveDialog.getByRole('radiogroup')).toBeVisible();
  await expectNoFaults(page, 'New time');
  await page.keyboard.press('Escape');

  await session.press('Cancel session');
  await session.answer('Cancel and refund');
  await expect(session.payment).toContainText('₹900 refunded', { timeout: 30_000 });
  await expectNoFaults(page, 'a cancelled session');
});

test('requests and their answers have no fault that axe finds', async ({ page, stack }) => {
  test.slow();
  await book(stack, await registerCustomer(stack), await freeSlot(stack, 'neha-kapoor', { daysAhead: 8 }));
  await signIn(page, demo('neha.kapoor@example.com'));
  await page.goto('/expert/dashboard');
  await expect(page.getByRole('heading', { name: /^Requests/ })).toBeVisible();
  await expectNoFaults(page, 'requests');
  await page
    .getByRole('button', { name: /^Decline/ })
    .first()
    .click();
  await expectNoFaults(page, 'the question before a request is declined');
});

test('pages of an expert have no fault that axe finds', async ({ page }) => {
  await signIn(page, demo('expert@example.com'));
  for (const [path, heading] of [
    ['/expert/dashboard', 'My client sessions'],
    ['/expert/availability', 'My availability'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
    await expectNoFaults(page, path);
  }
});

/** Looks at what is shown now, on a phone and a desk, by day and by night. */
async function expectNoFaults(page: Page, place: string): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme: 'light' });
    await expectNone(finder(page).withTags(tags), `${place}, ${width} px`);
    // Nothing but colours changes with the scheme.
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectNone(finder(page).withRules('color-contrast'), `${place}, ${width} px, dark`);
  }
}

/** Leaves out frames of other origins: the gateway's window is not ours to mend. */
function finder(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
}

async function expectNone(find: AxeBuilder, place: string): Promise<void> {
  const { violations } = await find.analyze();
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
  expect.soft(faults, place).toEqual([]);
}
