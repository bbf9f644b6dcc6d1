import type { Page } from '@playwright/test';
import { BookingDialog } from './support/booking-dialog.ts';
import { freeSlot } from './support/slots.ts';
import { expect, testOnBothScreens } from './support/test.ts';

type Shift = { value: number; hadRecentInput: boolean; sources: { previousRect: DOMRect; currentRect: DOMRect }[] };

declare global {
  interface Window {
    /** What moved on the page so far; `watchShifts` notes it. */
    shifts: Shift[];
  }
}

/** Longer than the half second after a press within which nothing counts as a shift. */
const slowMs = 700;
/** A tenth of what counts as good on the web. */
const most = 0.02;

testOnBothScreens('nothing moves when an expert, days and times arrive late (CLS)', async ({ page, stack }) => {
  const slot = await freeSlot(stack, 'arjun-mehta');
  await watchShifts(page);
  await page.route('**/api/v1/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, slowMs));
    await route.continue();
  });
  const dialog = new BookingDialog(page);

  await page.goto(`/experts/${slot.slug}`);
  await expect(page.getByRole('heading', { name: 'Arjun Mehta' })).toBeVisible();
  await page.getByRole('button', { name: 'Book Session' }).click();
  await expect(dialog.day(slot.date).or(dialog.nextMonthButton).first()).toBeVisible();
  await dialog.chooseDay(slot.date);
  await dialog.next();
  await expect(dialog.time(slot.time)).toBeVisible();

  const shifts = await page.evaluate(() => window.shifts);
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  expect(sum, JSON.stringify(shifts)).toBeLessThanOrEqual(most);
});

/** Notes every shift that no press explains. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = [];
    const observer = new PerformanceObserver((list) => {
      const shifts: Shift[] = list.getEntries().map((entry) => entry.toJSON());
      window.shifts.push(...shifts.filter(({ hadRecentInput }) => !hadRecentInput));
    });
    observer.observe({ type: 'layout-shift', buffered: true });
  });
}
