import type { Page } from '@playwright/test';
import { demo, fillSignIn } from './support/accounts.ts';
import { BookingDialog } from './support/booking-dialog.ts';
import { type FreeSlot, freeSlots } from './support/slots.ts';
import { expect, test } from './support/test.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

test('hours that an expert changes are the hours that customers see', async ({ page, stack, browser }) => {
  // He works from 10 am to 8 pm in the zone of the browsers here. A week ahead nobody has booked him.
  const [first] = await freeSlots(stack, 'arjun-mehta', { daysAhead: 8 });
  if (first === undefined) throw new Error('The expert has no free day.');
  const weekday = weekdayOf(first);
  const customer = await (await browser.newContext()).newPage();
  const dialog = await seeTimes(customer, first);
  await expect(dialog.time('10:00')).toBeVisible();
  await expect(dialog.time('19:00')).toBeVisible();

  await openAvailability(page);
  await page.getByLabel(`${weekday} from`, { exact: true }).selectOption('15:00');
  await page.getByLabel(`${weekday} to`, { exact: true }).selectOption('18:00');
  await save(page);

  await test.step('the times of that weekday are the new ones', async () => {
    await seeTimes(customer, first);
    await expect(dialog.times).toHaveCount(5);
    await expect(dialog.time('15:00')).toBeVisible();
    await expect(dialog.time('17:00')).toBeVisible();
  });

  await page.getByRole('switch', { name: `Work on ${weekday}` }).click();
  await save(page);

  await test.step('a weekday off is a day that nobody can choose', async () => {
    await seeTimes(customer, first);
    await expect(dialog.root.getByText(/^No free times on /)).toBeVisible();
    await dialog.root.getByRole('button', { name: 'Change date' }).click();
    await expect(dialog.day(first.date)).toBeDisabled();
  });
});

async function openAvailability(page: Page): Promise<void> {
  await page.goto('/login');
  await fillSignIn(page, demo('arjun.mehta@example.com'));
  await page.getByRole('link', { name: 'My availability' }).click();
  await expect(page.getByRole('heading', { name: 'My availability' })).toBeVisible();
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. Customers see your new hours now.')).toBeVisible();
}

async function seeTimes(page: Page, slot: FreeSlot): Promise<BookingDialog> {
  const dialog = new BookingDialog(page);
  await dialog.openAt('select-time', slot);
  return dialog;
}

function weekdayOf({ date }: FreeSlot): string {
  return weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}
