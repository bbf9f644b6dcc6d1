import { signInNewCustomer } from './support/accounts.ts';
import { book } from './support/bookings.ts';
import { freeSlot } from './support/slots.ts';
import { expect, test } from './support/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a calendar reads the sessions of a person, until the address is replaced or switched off', async ({
  page,
  stack,
}) => {
  const customer = await signInNewCustomer(page, stack);
  const { id } = await book(stack, customer, await freeSlot(stack, 'maya-shrestha', { daysAhead: 7 }));
  await page.goto('/settings');
  const feed = page.getByRole('region', { name: 'Your calendar feed' });
  const copied = async () => {
    await feed.getByRole('button', { name: 'Copy' }).click();
    await expect(feed.getByText('Copied')).toBeVisible();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const answer = async (name: string) => page.getByRole('alertdialog').getByRole('button', { name }).click();

  await feed.getByRole('button', { name: 'Make an address' }).click();
  const first = await copied();
  const calendar = await page.request.get(first);
  expect(calendar.headers()['content-type']).toContain('text/calendar');
  expect(await calendar.text()).toContain(`UID:${id}@serene`);

  await feed.getByRole('button', { name: 'Make a new address' }).click();
  await answer('Make a new address');
  await expect(feed.getByLabel('Address')).not.toHaveValue(first);
  const second = await copied();
  expect((await page.request.get(first)).status()).toBe(404);
  expect((await page.request.get(second)).status()).toBe(200);

  await feed.getByRole('button', { name: 'Switch off' }).click();
  await answer('Switch off');
  await expect(feed.getByText('The calendar feed is switched off')).toBeVisible();
  expect((await page.request.get(second)).status()).toBe(404);
});

test('what is set is there after a reload', async ({ page, stack }) => {
  await signInNewCustomer(page, stack);
  await page.goto('/');
  await page
    .getByRole('banner')
    .getByRole('link', { name: /Settings/ })
    .click();
  const reminders = page.getByRole('switch', { name: 'Remind me by email' });
  await expect(reminders).toBeChecked();

  await page.getByText('Remind me by email').click();
  await expect(page.getByRole('region', { name: 'Reminders' }).getByText('Saved')).toBeVisible();
  await page.reload();

  await expect(reminders).not.toBeChecked();
});
