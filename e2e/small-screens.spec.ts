import type { Locator, Page } from '@playwright/test';
import { demo, registerCustomer, signIn } from './support/accounts.ts';
import { book } from './support/bookings.ts';
import { BookingDialog } from './support/booking-dialog.ts';
import { type FreeSlot, freeSlot } from './support/slots.ts';
import { pagesFor } from './support/pages.ts';
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

for (const [screen, use, textSize] of [
  ['at 320 px', { viewport: { width: 320, height: 640 } }, '100%'],
  ['with text of 200 % on a desk', { viewport: { width: 1280, height: 800 } }, '200%'],
  ['with text of 200 % on a phone', { viewport: { width: 390, height: 844 } }, '200%'],
] as const) {
  test.describe(screen, () => {
    test.use(use);

    test.beforeEach(async ({ page }) => {
      await page.addInitScript((size) => {
        document.addEventListener('DOMContentLoaded', () => {
          document.documentElement.style.fontSize = size;
        });
      }, textSize);
    });

    test('no page is wider than the screen, and no text is cut', async ({ page, stack }) => {
      const steps = bookingSteps(await freeSlot(stack, 'arjun-mehta'));
      for (const { path, heading } of [...pagesFor('everybody'), ...steps]) {
        await page.goto(path);
        await expectNothingCut(page, heading);
      }
    });

    test('nor is one that only some people have', async ({ page, stack }) => {
      const customer = await registerCustomer(stack);
      const { id } = await book(stack, customer, await freeSlot(stack, 'arjun-mehta', { daysAhead: 9 }));
      await signIn(page, demo('admin@example.com'));
      const session = { path: `/sessions/${id}`, heading: `Session with ${customer.name}` };
      for (const { path, heading } of [session, ...pagesFor('admin')]) {
        await page.goto(path);
        await expectNothingCut(page, heading);
      }
      await signIn(page, customer);
      for (const { path, heading } of pagesFor('customer', { sessionId: id, sessionWith: 'Arjun Mehta' })) {
        await page.goto(path);
        await expectNothingCut(page, heading);
      }
      await page.goto('/settings');
      await page.getByRole('button', { name: 'Make an address' }).click();
      await expect(page.getByLabel('Address')).toBeVisible();
      await expectNothingCut(page, 'Settings');
    });
  });
}

async function expectNothingCut(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overflow, page.url()).toBeLessThanOrEqual(0);
  expect.soft(await cutTexts(page), page.url()).toEqual([]);
}

function bookingSteps({ date }: FreeSlot) {
  const booking = '/experts/arjun-mehta?book=1';
  return [
    { path: booking, heading: 'Step 1 of 4: Select Date' },
    { path: `${booking}&step=select-time&date=${date}`, heading: 'Step 2 of 4: Select Time' },
  ];
}

/** The texts of boxes that hide a part of them, to the side or below. */
async function cutTexts(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll('body *:not(svg, svg *, script, style)'))
      .filter((element) => {
        const { overflowX, overflowY, position, clipPath } = getComputedStyle(element);
        const isForScreenReaders = position === 'absolute' && (clipPath !== 'none' || element.clientWidth <= 1);
        if (isForScreenReaders || element.textContent?.trim() === '') return false;
        const cutsSide = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
        const cutsBelow = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1;
        return cutsSide || cutsBelow;
      })
      .map(({ textContent }) => textContent),
  );
}

/** Whether nothing, such as a bar at the bottom, covers an element. */
async function isOnTop(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
}
