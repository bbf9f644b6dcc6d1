import type { Locator } from '@playwright/test';
import { BookingDialog } from './support/booking-dialog.ts';
import { freeSlot } from './support/slots.ts';
import { expect, test } from './support/test.ts';

test.describe('at 360 × 640', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test('the first time and the way on are in view without scrolling', async ({ page, stack }) => {
    const slot = await freeSlot(stack, 'arjun-mehta');
    const dialog = new BookingDialog(page);
    await dialog.openAt('select-time', slot);

    const firstTime = dialog.times.first();
    await expect(firstTime).toBeInViewport({ ratio: 1 });
    await expect(dialog.nextButton).toBeInViewport({ ratio: 1 });
    expect(await isOnTop(firstTime)).toBe(true);
    expect(await isOnTop(dialog.nextButton)).toBe(true);
  });
});

test.describe('at 320 px', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('no page is wider than the screen', async ({ page, stack }) => {
    const { date } = await freeSlot(stack, 'arjun-mehta');
    const booking = '/experts/arjun-mehta?book=1';
    for (const [path, heading] of [
      ['/', 'A calm hour with the right person'],
      ['/experts', 'Find an expert'],
      ['/experts/arjun-mehta', 'Arjun Mehta'],
      [booking, 'Step 1 of 4: Select Date'],
      [`${booking}&step=select-time&date=${date}`, 'Step 2 of 4: Select Time'],
      ['/register', 'Create account'],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole('heading', { name: heading })).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(overflow, path).toBeLessThanOrEqual(0);
    }
  });
});

/** Whether nothing, such as a bar at the bottom, covers an element. */
async function isOnTop(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
}
