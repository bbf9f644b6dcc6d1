import type { Browser, Locator, Page } from '@playwright/test';
import { type Account, demo, fillSignIn, newPerson } from './support/accounts.ts';
import { BookingDialog } from './support/booking-dialog.ts';
import { Checkout } from './support/checkout.ts';
import { paymentsOf } from './support/gateway.ts';
import { type FreeSlot, freeSlot } from './support/slots.ts';
import { expect, test, testOnBothScreens } from './support/test.ts';

testOnBothScreens(
  'a visitor finds an expert, registers, pays, and both people have the session',
  async ({ page, stack, browser }) => {
    const slot = await freeSlot(stack, 'dr-sarah-khan');
    const visitor = newPerson();

    await findExpert(page, 'Dr. Sarah Khan');
    await chooseTime(page, slot);
    await register(page, visitor);
    const reference = await payByCard(page);

    await test.step('both people have their mail, with the session for their calendar', async () => {
      const toCustomer = await stack.mail(visitor.email, 'confirmed');
      const toExpert = await stack.mail('expert@example.com', visitor.name);
      expect(toCustomer.subject).toBe('Your session with Dr. Sarah Khan is confirmed! 🎉');
      expect(toExpert.subject).toBe(`New Booking Alert - ${visitor.name} 📅`);
      for (const { text, attachments } of [toCustomer, toExpert]) {
        expect(text).toContain(reference);
        expect(attachments.map(({ filename }) => filename)).toEqual(['session.ics']);
      }
    });

    await test.step('the customer takes the receipt and the calendar file along', async () => {
      const receipt = page.getByRole('button', { name: 'Download receipt' });
      expect(await downloadBy(page, receipt)).toBe(`receipt-${reference}.pdf`);
      await page.getByRole('button', { name: 'Add to calendar' }).click();
      const file = page.getByRole('menuitem', { name: /\.ics file/ });
      expect(await downloadBy(page, file)).toBe(`session-${reference}.ics`);
    });

    await test.step('on paper stands what was booked, and nothing to press', async () => {
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByRole('region', { name: 'Your booking' })).toContainText(reference);
      await expect(page.getByRole('button')).toHaveCount(0);
      await expect(page.getByRole('navigation')).toHaveCount(0);
      await page.emulateMedia({ media: null });
    });

    await test.step('it is in the dashboard of the customer', async () => {
      await page.getByRole('link', { name: 'Go to dashboard' }).click();
      await expect(page.getByRole('heading', { name: 'My sessions' })).toBeVisible();
      const card = page.getByRole('article').filter({ hasText: reference });
      await expect(card).toContainText('Dr. Sarah Khan');
      await expect(card).toContainText('Confirmed');
    });

    await test.step('it is in the dashboard of the expert', async () => {
      const card = await findInExpertDashboard(browser, reference);
      await expect(card).toContainText(visitor.name);
      await expect(card).toContainText('Confirmed');
    });

    await test.step('the gateway has captured the price', async () => {
      expect(await paymentsOf(stack, visitor)).toMatchObject([
        { status: 'captured', amount: slot.amount * 100, currency: 'INR' },
      ]);
    });
  },
);

async function findExpert(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'Find an expert' }).click();
  await expect(page.getByRole('heading', { name: 'Find an expert' })).toBeVisible();
  await page.getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

async function chooseTime(page: Page, { date, time }: FreeSlot): Promise<void> {
  const dialog = new BookingDialog(page);
  await page.getByRole('button', { name: 'Book Session' }).click();
  await dialog.expectStep('select-date');
  await dialog.chooseDay(date);
  await dialog.next();
  await dialog.expectStep('select-time');
  await dialog.chooseTime(time);
  await dialog.next();
  await dialog.expectStep('confirm');
  await expect(dialog.root).toContainText('60 minutes');
  await expect(dialog.root).toContainText('₹1,500');
  await dialog.pay();
}

async function register(page: Page, { name, email, password }: Account): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.getByRole('link', { name: 'Create account' }).click();
  await page.getByLabel('Full name').fill(name);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
}

/** Goes on where the registration broke in, and gives the reference of the booking. */
async function payByCard(page: Page): Promise<string> {
  const dialog = new BookingDialog(page);
  const checkout = new Checkout(page);
  await dialog.expectStep('confirm');
  await dialog.pay();
  await checkout.payByCard();
  await checkout.bankAnswers('Success');
  await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
  return page.getByText(/^SW-[A-Z0-9]+$/).innerText();
}

/** Presses what gives a file, and tells the name of the file that comes. */
async function downloadBy(page: Page, control: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), control.click()]);
  return download.suggestedFilename();
}

async function findInExpertDashboard(browser: Browser, reference: string) {
  const page = await (await browser.newContext()).newPage();
  await page.goto('/login');
  await fillSignIn(page, demo('expert@example.com'));
  await expect(page.getByRole('heading', { name: 'Customer sessions' })).toBeVisible();
  return page.getByRole('article').filter({ hasText: reference });
}
