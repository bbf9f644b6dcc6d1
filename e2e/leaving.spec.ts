import { demo, signIn } from './support/accounts.ts';
import { expect, test } from './support/test.ts';

test('hours that were not saved are not left by the back button without a question', async ({ page }) => {
  await signIn(page, demo('arjun.mehta@example.com'));
  await page.goto('/expert/dashboard');
  await page.getByRole('link', { name: 'My availability' }).click();
  await page.getByRole('switch', { name: 'Work on Sunday' }).click();
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });

  await page.goBack();
  await question.getByRole('button', { name: 'Stay here' }).click();
  await expect(question).toBeHidden();
  await expect(page).toHaveURL('/expert/availability');
  await expect(page.getByText('You have unsaved changes')).toBeVisible();

  await page.goBack();
  await question.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(page).toHaveURL('/expert/dashboard');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('a new page begins at its top, and going back leads to where one was', async ({ page }) => {
  const scrolled = () => page.evaluate(() => Math.round(window.scrollY));
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto('/experts');
  const link = page.getByRole('link', { name: /^View profile/ }).nth(3);
  await link.scrollIntoViewIfNeeded();
  const before = await scrolled();
  expect(before).toBeGreaterThan(300);

  await link.click();
  await expect(page.getByRole('button', { name: 'Book Session' })).toBeVisible();
  expect(await scrolled()).toBe(0);
  await page.goBack();

  await expect(link).toBeVisible();
  await expect.poll(scrolled).toBe(before);
});

test('what a press would need is fetched when the pointer comes over the button', async ({ page }) => {
  await page.goto('/experts/arjun-mehta');
  const button = page.getByRole('button', { name: 'Book Session' });
  await expect(button).toBeVisible();
  const calendar = page.waitForResponse(/\/assets\/BookingFlow-.*\.js$/);

  await button.hover();

  expect((await calendar).ok()).toBe(true);
});

test('a file that a new version has removed loads the page again, and not for ever', async ({ page }) => {
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  await page.route(/\/assets\/BookingFlow-/, (route) => route.fulfill({ status: 404 }));

  await page.goto('/experts/arjun-mehta?book=1');

  await expect(page.getByRole('heading', { name: 'A new version is available' })).toBeVisible();
  expect(loads).toBe(2);
});
