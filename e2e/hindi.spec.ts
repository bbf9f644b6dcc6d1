import type { Page } from '@playwright/test';
import { signInNewCustomer } from './support/accounts.ts';
import { Checkout } from './support/checkout.ts';
import { type FreeSlot, freeSlot, shownTime } from './support/slots.ts';
import { expect, test } from './support/test.ts';

test.use({ locale: 'hi-IN' });

test('a browser that speaks Hindi books in Hindi, gets its mail in Hindi, and changes to English where it stands', async ({
  page,
  stack,
}) => {
  const slot = await freeSlot(stack, 'dr-sarah-khan');
  const { email } = await signInNewCustomer(page, stack);

  await page.goto('/experts/dr-sarah-khan');
  await expect(page.locator('html')).toHaveAttribute('lang', 'hi-IN');
  await page.getByRole('button', { name: 'सत्र बुक करें', exact: true }).click();
  await chooseDay(page, slot);
  await chooseTime(page, slot);

  await test.step('choices survive a change of the language', async () => {
    await page.evaluate(() => localStorage.setItem('serene.locale', 'en'));
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Step 3 of 4: Confirm Booking' })).toBeVisible();
    await page.evaluate(() => localStorage.setItem('serene.locale', 'hi'));
    await page.reload();
    await expect(page.getByRole('heading', { name: 'चरण 3/4: बुकिंग की पुष्टि' })).toBeVisible();
  });

  await page.getByRole('button', { name: 'भुगतान के लिए आगे बढ़ें' }).click();
  const checkout = new Checkout(page);
  await checkout.payByCard();
  await checkout.bankAnswers('Success');
  await expect(page.getByRole('heading', { name: 'बुकिंग की पुष्टि हो गई' })).toBeVisible();

  await test.step('the mail is in Hindi, since the account had no language and took that of the app', async () => {
    const { text } = await stack.mail(email, 'Dr. Sarah Khan के साथ आपके सत्र की पुष्टि हो गई!');
    expect(text).toContain(`- समय: ${shownTime(slot.time)} – `);
    expect(text).toContain('भारतीय मानक समय (Asia/Kolkata)');
  });

  await page.getByRole('contentinfo').getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Booking confirmed' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-IN');

  await test.step('mails follow the language of the app', async () => {
    await page.goto('/settings');
    const mails = page.getByRole('radiogroup', { name: 'Email language' });
    await expect(mails.getByRole('radio', { name: 'English' })).toBeChecked();
  });
});

async function chooseDay(page: Page, { date }: FreeSlot): Promise<void> {
  await expect(page.getByRole('heading', { name: 'चरण 1/4: तारीख चुनें' })).toBeVisible();
  const month = page.getByRole('grid');
  await expect(month).toBeVisible();
  const day = page.locator(`td[data-day="${date}"]`).getByRole('button');
  while ((await day.count()) === 0) {
    const shown = (await month.getAttribute('aria-label')) ?? '';
    await page.getByRole('button', { name: 'अगला महीना' }).click();
    await expect(month).not.toHaveAccessibleName(shown);
  }
  await day.click();
  await page.getByRole('button', { name: 'आगे', exact: true }).click();
}

async function chooseTime(page: Page, { time }: FreeSlot): Promise<void> {
  await expect(page.getByRole('heading', { name: 'चरण 2/4: समय चुनें' })).toBeVisible();
  await page.getByRole('radio', { name: new RegExp(`^${shownTime(time)} से `) }).click();
  await page.getByRole('button', { name: 'आगे', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'चरण 3/4: बुकिंग की पुष्टि' })).toBeVisible();
}
